import { expect } from 'chai';
import { html } from 'lit';
import { paymentCode } from '../../../shared/payment-code.ts';
import { FakeCamera } from '../support/fake-camera.ts';
import { foundWith } from '../support/kiosk-readings.ts';
import { type KioskStage, type KioskStageOptions, openKiosk } from '../support/kiosk-stage.ts';
import { companyProfile, type } from '../support/mount.ts';
import '../../../web/kiosk/screens/identify.ts';

describe('the account number is shown to the camera', () => {
  let kiosk: KioskStage;
  let hardware: FakeCamera;

  beforeEach(() => {
    hardware = new FakeCamera();
  });
  afterEach(() => {
    kiosk.stage.close();
    hardware.close();
  });

  async function open(options: KioskStageOptions = {}): Promise<void> {
    kiosk = await openKiosk((session) => html`<kiosk-identify .session=${session}></kiosk-identify>`, {
      answers: { lookUp: async () => foundWith({ meters: [] }) },
      ...options,
    });
  }
  const field = () => kiosk.stage.find<HTMLInputElement>('input');
  async function say(text: string): Promise<void> {
    field().value = '';
    type(field(), text);
    kiosk.stage.button('Next').click();
    await kiosk.stage.settled();
  }
  async function sayBoth(): Promise<void> {
    await say('12345');
    await kiosk.stage.shows('Serial number of a meter');
    await say('59537062');
  }

  for (const [id, account] of [
    ['ddzksu', '12345'],
    ['dgservic', '679-30'],
  ] as const) {
    it(`as a receipt of ${id}`, async () => {
      const { bytes } = paymentCode(await companyProfile(id), {
        account,
        amount: 1234,
        billNumber: 'R-1',
        period: '2026-10',
      });
      await open({ company: id });
      hardware.show(bytes);
      await kiosk.stage.shows('Serial number of a meter');
      expect(kiosk.stage.find('.number').textContent).to.equal(account);
      await say('168500-12');
      expect(kiosk.said('lookUp')).to.deep.equal([{ account, serial: '168500-12' }]);
    });
  }

  it('and the camera goes out with the find, and when the screen is left', async () => {
    await open();
    hardware.show('12345');
    await kiosk.stage.shows('Serial number of a meter');
    expect(hardware.isOn).to.equal(false);
    kiosk.stage.button('Back').click();
    await kiosk.stage.shows('Your account number');
    expect(field().value).to.equal('12345');
    await kiosk.stage.appears('.frame');
    expect(hardware.isOn).to.equal(true);
    kiosk.stage.find('kiosk-identify').remove();
    expect(hardware.isOn).to.equal(false);
  });

  it('and the same receipt sends nobody on who came back, another one does', async () => {
    await open();
    hardware.show('12345');
    await kiosk.stage.shows('Serial number of a meter');
    kiosk.stage.button('Back').click();
    await kiosk.stage.shows('Your account number');
    await kiosk.stage.appears('.frame');
    hardware.show('54321');
    await kiosk.stage.shows('Serial number of a meter');
    await kiosk.stage.shows('54321');
  });

  it('by another camera where there is one', async () => {
    hardware.count = 2;
    await open();
    await kiosk.stage.shows('Use the other camera');
    kiosk.stage.button('Use the other camera').click();
    await kiosk.stage.appears('.frame');
    const sides = hardware.asked.map(({ video }) => (video as MediaTrackConstraints).facingMode);
    expect(sides).to.deep.equal(['user', 'environment']);
  });

  for (const [name, said] of [
    ['NotAllowedError', 'The camera may not be used.'],
    ['NotFoundError', 'There is no camera here.'],
    ['NotReadableError', 'The camera gives no picture.'],
  ] as const) {
    it(`not, where it is ${name}: that is said, and the number is typed`, async () => {
      hardware.refusal = new DOMException('no', name);
      await open();
      await kiosk.stage.shows(said);
      expect(await kiosk.stage.complaints()).to.deep.equal([]);
      await sayBoth();
      expect(kiosk.turns.map(({ to }) => to)).to.deep.equal(['readings']);
    });
  }

  it('not any more, where its pictures cannot be read: that is said, and the number is typed', async () => {
    const { getContext } = OffscreenCanvas.prototype;
    const reported: unknown[] = [];
    const { reportError } = globalThis;
    globalThis.reportError = (error) => reported.push(error);
    OffscreenCanvas.prototype.getContext = () => {
      throw new DOMException('lost', 'InvalidStateError');
    };
    try {
      await open();
      await kiosk.stage.shows('This camera cannot read codes just now.');
      expect(await kiosk.stage.complaints()).to.deep.equal([]);
      expect([reported.length, hardware.isOn]).to.deep.equal([1, false]);
      await sayBoth();
      expect(kiosk.turns.map(({ to }) => to)).to.deep.equal(['readings']);
    } finally {
      OffscreenCanvas.prototype.getContext = getContext;
      globalThis.reportError = reportError;
    }
  });

  it('also where nobody can say how many cameras there are', async () => {
    const { reportError } = globalThis;
    const reported: unknown[] = [];
    globalThis.reportError = (error) => reported.push(error);
    navigator.mediaDevices.enumerateDevices = () => Promise.reject(new DOMException('no', 'InvalidStateError'));
    try {
      await open();
      await kiosk.stage.appears('.frame');
      hardware.show('12345');
      await kiosk.stage.shows('Serial number of a meter');
      expect(reported).to.have.length(1);
    } finally {
      globalThis.reportError = reportError;
    }
  });

  it('and can be tried again', async () => {
    hardware.refusal = new DOMException('no', 'NotReadableError');
    await open();
    await kiosk.stage.shows('The camera gives no picture.');
    hardware.refusal = null;
    kiosk.stage.button('Try the camera again').click();
    await kiosk.stage.appears('.frame');
  });
});
