import { expect } from 'chai';
import { html } from 'lit';
import { icons } from '../../../web/elements/icons.ts';
import { Stage } from '../support/mount.ts';
import '../../../web/elements/mb-icon.ts';

describe('mb-icon', () => {
  let stage: Stage;
  afterEach(() => stage.close());

  it('draws every icon, and is silent for screen readers', async () => {
    stage = await Stage.open(html`${Object.keys(icons).map((name) => html`<mb-icon name=${name}></mb-icon>`)}`);
    for (const icon of stage.all('mb-icon')) expect(icon.shadowRoot?.querySelector('svg *')).not.to.equal(null);
    expect(stage.all('svg[aria-hidden="true"]')).to.have.length(Object.keys(icons).length);
  });
});
