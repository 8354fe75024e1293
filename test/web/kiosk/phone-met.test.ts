import { expect } from 'chai';
import { PhoneMet } from '../../../web/kiosk/elements/phone-pairing.ts';
import { patience } from '../../../web/kiosk/idle.ts';
import { FakeTablet } from '../support/fake-tablet.ts';
import { openFrame } from '../support/kiosk-frame.ts';
import { until } from '../support/mount.ts';

describe('whoever holds a phone before the kiosk', () => {
  it('is there by opening the code with it: the tablet is not touched meanwhile', async () => {
    const frame = await openFrame(new FakeTablet());
    await frame.turn('sign-in');
    frame.touch();
    await frame.pass(patience.untilAsked);
    await frame.stage.appears('still-there');
    frame.shown().dispatchEvent(new PhoneMet());
    await until(() => frame.stage.all('still-there').length === 0);
    expect(frame.isShown('sign-in')).to.equal(true);
    frame.stage.close();
  });
});
