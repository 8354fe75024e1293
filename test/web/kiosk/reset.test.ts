import { expect } from 'chai';
import { guardPage, isAnythingTyped, leaveNothing } from '../../../web/kiosk/reset.ts';

describe('the reset of the kiosk', () => {
  it('empties every field, however deep it stands, and takes everything off the page', () => {
    const page = document.implementation.createHTMLDocument('kiosk');
    const plain = page.createElement('input');
    const text = page.createElement('textarea');
    const host = page.createElement('div');
    const inside = page.createElement('div');
    const deep = page.createElement('input');
    inside.attachShadow({ mode: 'open' }).append(deep);
    host.attachShadow({ mode: 'open' }).append(inside);
    for (const field of [plain, text, deep]) field.value = '12345';
    page.body.append(plain, text, host);
    leaveNothing(page);
    expect([plain, text, deep].map(({ value }) => value)).to.deep.equal(['', '', '']);
    expect(page.body.childNodes.length).to.equal(0);
  });

  it('leaves nothing in the storage of the tab', () => {
    sessionStorage.setItem('somebody', '12345');
    leaveNothing(document.implementation.createHTMLDocument('kiosk'));
    expect(sessionStorage.length).to.equal(0);
  });

  it('finds what somebody has typed, however deep it stands', () => {
    const host = document.createElement('div');
    const field = document.createElement('input');
    host.attachShadow({ mode: 'open' }).append(field);
    const root = document.createElement('div');
    root.append(host);
    expect(isAnythingTyped(root)).to.equal(false);
    field.value = '1';
    expect(isAnythingTyped(root)).to.equal(true);
  });

  it('opens no printing dialog at the keys for it: none of them could be closed', () => {
    guardPage();
    const pressed = (init: KeyboardEventInit) =>
      dispatchEvent(new KeyboardEvent('keydown', { code: 'KeyP', cancelable: true, ...init }));
    expect([pressed({ ctrlKey: true }), pressed({ metaKey: true }), pressed({})]).to.deep.equal([false, false, true]);
  });
});
