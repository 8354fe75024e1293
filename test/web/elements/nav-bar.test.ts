import { expect } from 'chai';
import { html } from 'lit';
import { Stage } from '../support/mount.ts';
import '../../../web/elements/nav-bar.ts';

describe('nav-bar', () => {
  let stage: Stage;
  afterEach(() => stage.close());

  it('names its places and marks the one that is shown', async () => {
    stage = await Stage.open(
      html`<nav-bar
        current="/bills"
        .entries=${[
          { href: '/', icon: 'readings', word: 'nav-readings' },
          { href: '/bills', icon: 'bills', word: 'nav-bills' },
        ]}
      ></nav-bar>`,
    );
    expect(stage.all('a').map((link) => [link.textContent?.trim(), link.getAttribute('aria-current')])).to.deep.equal([
      ['Readings', null],
      ['Bills', 'page'],
    ]);
    expect(stage.find('a').getBoundingClientRect().height).to.be.at.least(48);
    expect(await stage.complaints()).to.deep.equal([]);
  });

  it('speaks another language at once', async () => {
    stage = await Stage.open(
      html`<nav-bar .entries=${[{ href: '/', icon: 'readings', word: 'nav-readings' }]}></nav-bar>`,
    );
    await stage.speakOtherwise('ru');
    expect(stage.text).to.equal('Показания');
  });
});
