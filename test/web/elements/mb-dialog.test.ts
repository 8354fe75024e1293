import { expect } from 'chai';
import { html } from 'lit';
import { Stage } from '../support/mount.ts';
import '../../../web/elements/mb-dialog.ts';

describe('mb-dialog', () => {
  let stage: Stage;
  afterEach(() => stage.close());

  it('that was taken away before it could be shown asks nothing, and is no error', async () => {
    stage = await Stage.open(html`<p></p>`);
    const dialog = document.createElement('mb-dialog');
    stage.find('p').append(dialog);
    dialog.remove();
    await dialog.updateComplete;
    expect(dialog.shadowRoot?.querySelector('dialog')?.open).to.equal(false);
  });

  const question = html`<mb-dialog heading="Withdraw?">
    <p>Text</p>
    <div slot="answers"><button>Yes</button><button autofocus>No</button></div>
  </mb-dialog>`;

  it('takes the focus to the safe answer, the second time as well, and gives it back', async () => {
    const before = document.createElement('button');
    document.body.append(before);
    for (let time = 0; time < 2; time++) {
      before.focus();
      stage = await Stage.open(question);
      expect(document.activeElement?.textContent).to.equal('No');
      stage.close();
      expect(document.activeElement === before).to.equal(true);
    }
    before.remove();
  });

  it('takes Escape for no answer', async () => {
    stage = await Stage.open(question);
    let dismissed = 0;
    stage.host.addEventListener('dialog-dismissed', () => dismissed++);
    stage.find('dialog').dispatchEvent(new Event('cancel', { cancelable: true }));
    expect(dismissed).to.equal(1);
    expect(stage.find<HTMLDialogElement>('dialog').open).to.equal(true);
    expect(await stage.complaints()).to.deep.equal([]);
  });
});
