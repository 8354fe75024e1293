import { expect } from 'chai';
import { PhoneMet } from '../../../web/kiosk/elements/phone-pairing.ts';
import { FakeTablet } from '../support/fake-tablet.ts';
import { openFrame } from '../support/kiosk-frame.ts';
import { until } from '../support/mount.ts';

describe('whoever holds a phone before the kiosk', () => {
  it('is there by opening the code with it: the tablet is not touched meanwhile', async () => {
    const patience = { untilAsked: 300, asked: 60_000, longest: 600_000, told: 60_000 };
    const frame = await openFrame(new FakeTablet(), { patience });
    await frame.turn('sign-in');
    frame.touch();
    await frame.stage.appears('still-there');
    frame.shown().dispatchEvent(new PhoneMet());
    await until(() => frame.stage.all('still-there').length === 0);
    expect(frame.isShown('sign-in')).to.equal(true);
    frame.stage.close();
  });
});
