import { expect } from 'chai';
import { html } from 'lit';
import type { Stage } from '../support/mount.ts';
import { screenForEachTest } from '../support/screen.ts';
import '../../../web/screens/not-found.ts';

describe('an address that is none of ours', () => {
  let stage: Stage;
  const open = screenForEachTest((screen) => {
    stage = screen.stage;
  });

  it('says so and leads home', async () => {
    await open(html`<not-found-screen></not-found-screen>`);
    expect(stage.text).to.contain('There is no such page');
    expect(stage.button('To the start').getAttribute('href')).to.equal('/');
    expect(await stage.complaints()).to.deep.equal([]);
  });
});
