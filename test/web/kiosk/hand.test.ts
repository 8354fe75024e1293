import { expect } from 'chai';
import { html } from 'lit';
import { electricity } from '../support/flat.ts';
import { enter, foundWith, press, shownFields } from '../support/kiosk-readings.ts';
import { type KioskStage, openKiosk } from '../support/kiosk-stage.ts';
import { until } from '../support/mount.ts';
import '../../../web/kiosk/screens/readings.ts';

describe('the keys and what leads on', () => {
  let kiosk: KioskStage;
  afterEach(() => {
    kiosk.stage.close();
    scrollTo(0, 0);
  });

  /** As narrow as a tablet held upright, so that the keys stand below what is typed into. */
  async function open(): Promise<void> {
    kiosk = await openKiosk((session) => html`<kiosk-readings .session=${session}></kiosk-readings>`, {
      session: { account: '12345', serial: electricity.serial, found: foundWith({ meters: [electricity] }) },
    });
    kiosk.stage.host.style.width = '30rem';
    await kiosk.stage.settled();
  }
  const box = (selector: string, at = 0): DOMRect => {
    const found = kiosk.stage.all(selector)[at];
    if (!found) throw new Error(`nothing is ${selector}`);
    return found.getBoundingClientRect();
  };

  it('stay in sight, whatever is above them', async () => {
    await open();
    expect(document.documentElement.scrollHeight).to.be.greaterThan(innerHeight + 200);
    for (const y of [0, 100, document.documentElement.scrollHeight]) {
      scrollTo(0, y);
      const { top, bottom } = box('.hand');
      expect(top >= 0 && bottom <= innerHeight + 1, `scrolled to ${y}: ${top} to ${bottom}`).to.equal(true);
    }
  });

  it('stand above the frame’s lower edge, however high that is', async () => {
    await open();
    kiosk.stage.host.style.setProperty('--footer', '40px');
    expect(Math.round(box('.hand').bottom)).to.equal(innerHeight - 40);
  });

  it('do not cover the face that is typed into, nor a question (M4)', async () => {
    await open();
    const inSight =
      (selector: string, at = 0) =>
      () => {
        const { top } = box(selector, at);
        return top >= 0 && top < box('.hand').top;
      };
    shownFields(kiosk.stage)[1]?.focus();
    await until(inSight('meter-face', 1));
    await enter(kiosk.stage, '1');
    await enter(kiosk.stage, '3090,25', 1);
    scrollTo(0, 0);
    expect(inSight('meter-face', 1)()).to.equal(false);
    await press(kiosk.stage, 'Next');
    await until(inSight('problem-note'));
  });

  it('leave what is typed into in sight, with the meter’s name, after larger letters were asked for elsewhere', async () => {
    await open();
    // As wide as a tablet on its side, with the hand beside the drums.
    kiosk.stage.host.style.width = '1500px';
    shownFields(kiosk.stage)[0]?.focus();
    await kiosk.stage.settled();
    const elsewhere = document.createElement('button');
    document.body.prepend(elsewhere);
    elsewhere.focus();
    scrollTo(0, document.documentElement.scrollHeight);
    expect(box('h1').top).to.be.lessThan(0);
    document.documentElement.toggleAttribute('large', true);
    try {
      await until(() => box('h1').top >= 0 && box('meter-face').top < innerHeight / 2);
    } finally {
      document.documentElement.toggleAttribute('large', false);
      elsewhere.remove();
    }
  });

  it('make room for a question until it is answered', async () => {
    await open();
    await enter(kiosk.stage, '1');
    await enter(kiosk.stage, '3090,25', 1);
    await press(kiosk.stage, 'Next');
    const position = () => getComputedStyle(kiosk.stage.find('.hand')).position;
    await until(() => position() === 'static');
    await press(kiosk.stage, 'Change the reading');
    await until(() => position() === 'sticky');
    expect(kiosk.stage.all('problem-note')).to.deep.equal([]);
  });
});
