import { expect } from 'chai';
import { patience } from '../../../web/kiosk/idle.ts';
import type { KioskSession } from '../../../web/kiosk/session.ts';
import { FakeTablet } from '../support/fake-tablet.ts';
import { flat, signedIn } from '../support/kiosk-bills.ts';
import { type KioskFrame, openFrame } from '../support/kiosk-frame.ts';
import { focused, foundWith, water } from '../support/kiosk-readings.ts';
import { press, type, until } from '../support/mount.ts';

describe('when nobody touches the kiosk', () => {
  let frame: KioskFrame;
  let stage: KioskFrame['stage'];
  const open = async (
    ...[tablet = new FakeTablet(), options]: Partial<Parameters<typeof openFrame>>
  ): Promise<void> => {
    frame = await openFrame(tablet, options);
    ({ stage } = frame);
  };
  afterEach(() => stage.close());

  const isAsked = (): boolean => stage.all('still-there').length === 1;
  const dialog = (): HTMLDialogElement => stage.find('dialog[role="alertdialog"]');
  const goesOn = () => until(() => !isAsked());
  async function asked(): Promise<void> {
    frame.touch();
    await frame.pass(patience.untilAsked);
    expect(isAsked()).to.equal(true);
  }

  it('asks nobody who never came', async () => {
    await open();
    await frame.pass(3_600_000);
    expect(frame.app.isFree).to.equal(true);
    expect(isAsked()).to.equal(false);
    frame.touch();
    expect(frame.app.isFree).to.equal(false);
    await frame.pass(patience.untilAsked + patience.asked);
    await until(() => frame.left() === 1);
  });

  it('leaves when the question is not answered, also from under an open dialog', async () => {
    await open();
    frame.touch();
    stage.button('Palīdzība').click();
    await stage.appears('mb-dialog');
    await frame.pass(patience.untilAsked);
    expect(isAsked()).to.equal(true);
    expect(frame.left()).to.equal(0);
    await frame.pass(patience.asked);
    await until(() => frame.left() === 1);
    expect(stage.all('mb-dialog, still-there')).to.deep.equal([]);
  });

  it('leaves at once for who says there that they are done', async () => {
    await open();
    await asked();
    stage.find<HTMLElement>('.done').click();
    await until(() => frame.left() === 1);
  });

  describe('somebody’s things are on the screen, so that whoever touches it next', () => {
    const somebodys: readonly [string, 'bills' | 'readings' | 'summary', Partial<KioskSession>][] = [
      ['has signed in', 'bills', { signedIn: signedIn([flat()]) }],
      ['has given a proof', 'readings', { account: '12345', found: foundWith() }],
      ['has typed readings', 'summary', { account: '12345', period: '2026-11', entries: [water] }],
    ];
    for (const [title, step, change] of somebodys) {
      it(`goes on by nothing but “yes” where the one before ${title}`, async () => {
        await open();
        await frame.turn(step, change);
        await asked();
        expect(stage.text).to.contain('tagad ir paslēpts').and.to.contain('Ja tikko pienācāt, nospiediet “Beigt”');
        expect(await stage.complaints()).to.deep.equal([]);
        dialog().click();
        stage.find('#title').click();
        frame.touch();
        for (const key of ['Escape', 'Tab', 'a']) press(dialog(), key);
        dialog().dispatchEvent(new Event('cancel', { cancelable: true }));
        await stage.settled();
        expect(isAsked()).to.equal(true);
        expect(dialog().open).to.equal(true);
        expect(frame.left()).to.equal(0);
        stage.button('Jā, turpināt').click();
        await goesOn();
        expect(frame.isShown(step)).to.equal(true);
        expect(frame.left()).to.equal(0);
      });
    }

    it('sees nothing either of what somebody has only begun to type', async () => {
      await open();
      await frame.turn('sign-in');
      type(stage.find<HTMLInputElement>('#password'), 'secret');
      await asked();
      dialog().click();
      await stage.settled();
      expect(isAsked()).to.equal(true);
    });

    it('cannot take the question away: it covers everything, and is there again where the browser has closed it', async () => {
      await open();
      await frame.turn('bills', { signedIn: signedIn([flat()]) });
      await asked();
      dialog().close();
      await until(() => dialog().open);
      const { width, height } = dialog().getBoundingClientRect();
      expect([width, height]).to.deep.equal([innerWidth, innerHeight]);
    });

    it('does not keep the visit of the one before alive by touching', async () => {
      await open(new FakeTablet(), { answers: { stay: () => Promise.reject(new Error('nobody is to be asked')) } });
      await frame.turn('bills', { signedIn: signedIn([flat()], '2026-11-28T07:04:59Z') });
      await asked();
      frame.touch();
      dialog().click();
      expect(frame.asked).to.deep.equal([]);
    });
  });

  describe('nothing is on the screen, so that anybody goes on', () => {
    it('by touching whatever is there, once the finger is lifted', async () => {
      await open();
      await asked();
      await stage.shows('Vai Jūs vēl esat šeit?');
      expect(stage.text).to.contain('15').and.to.contain('pieskarieties ekrānam');
      expect(await stage.complaints()).to.deep.equal([]);
      // On its way down a touch must not close it: it would end on what lies below.
      dialog().dispatchEvent(new PointerEvent('pointerdown', { bubbles: true, composed: true }));
      await stage.settled();
      expect(isAsked()).to.equal(true);
      dialog().click();
      await goesOn();
      expect(frame.left()).to.equal(0);
    });

    it('by Escape, and by what a tablet has for going back', async () => {
      await open();
      await asked();
      press(dialog(), 'Escape');
      await goesOn();
      await asked();
      dialog().dispatchEvent(new Event('cancel', { cancelable: true }));
      await goesOn();
      expect(frame.left()).to.equal(0);
    });
  });

  it('can be answered by keys: they lead to both buttons, and none of them answers by itself', async () => {
    await open();
    await asked();
    expect(focused()?.textContent).to.equal('Jā, turpināt');
    for (const key of ['Tab', 'ArrowLeft', 'a']) press(focused() as Element, key);
    await stage.settled();
    expect(isAsked()).to.equal(true);
    const done = stage.find<HTMLElement>('.done');
    done.focus();
    expect(focused()).to.equal(done);
    press(done, 'Enter');
    await stage.settled();
    expect(isAsked()).to.equal(true);
    done.click();
    await until(() => frame.left() === 1);
  });

  it('gives the focus back to where it was', async () => {
    await open();
    await frame.turn('sign-in');
    const field = stage.find<HTMLInputElement>('#name');
    field.focus();
    await asked();
    expect(focused()).not.to.equal(field);
    stage.button('Jā, turpināt').click();
    await goesOn();
    expect(focused()).to.equal(field);
  });

  it('comes back to the help that was open, with the focus on its answer', async () => {
    await open();
    frame.touch();
    stage.button('Palīdzība').click();
    await stage.appears('mb-dialog');
    await frame.pass(patience.untilAsked);
    expect(isAsked()).to.equal(true);
    stage.button('Jā, turpināt').click();
    await stage.appears('mb-dialog');
    expect(focused()?.textContent).to.equal('Turpināt');
  });
});
