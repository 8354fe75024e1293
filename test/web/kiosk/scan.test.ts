import { expect } from 'chai';
import { gostCode } from '../../../shared/payment-gost.ts';
import { CameraError, ReceiptCamera } from '../../../web/kiosk/scan.ts';
import { decodeText } from '../../../web/kiosk/scan-frame.ts';
import { FakeCamera } from '../support/fake-camera.ts';
import { until } from '../support/mount.ts';

const latvian = 'BCD\n002\n1\nSCT\n\nSIA Namu pārvalde\nLV80BANK0000435195001\nEUR12.34\n\n\nKlienta kods 12345';
const payee = {
  name: 'Жилищное управление '.repeat(8).trim(),
  personalAcc: '40702810600000012345',
  bankName: 'ОБРАЗЕЦ БАНКА',
  bic: '044525999',
  correspAcc: '30101810600000000999',
};
const russian = gostCode({ payee, amount: 1, purpose: 'ЖКУ', account: 'Ю-30', period: null });

describe('the camera', () => {
  let hardware: FakeCamera;
  let video: HTMLVideoElement;
  let camera: ReceiptCamera;
  let found: string[];
  /** Why it went out by itself, each time. */
  let lost: string[];
  let faults: unknown[];

  beforeEach(() => {
    hardware = new FakeCamera();
    video = document.createElement('video');
    video.muted = true;
    document.body.append(video);
    found = [];
    [lost, faults] = [[], []];
    camera = openReceiptCamera();
  });
  afterEach(() => {
    camera.stop();
    hardware.close();
    video.remove();
    Reflect.deleteProperty(globalThis, 'BarcodeDetector');
  });

  const openReceiptCamera = () =>
    new ReceiptCamera(video, {
      found: (text) => found.push(text),
      lost: (trouble, fault) => {
        lost.push(trouble);
        if (fault !== undefined) faults.push(fault);
      },
    });

  /** The browser's own detector, which this Chromium has not. */
  function detector(answer: () => Promise<{ rawValue: string }[]>, formats = ['qr_code']): void {
    const own = class {
      static getSupportedFormats = async () => formats;
      detect = answer;
    };
    Object.defineProperty(globalThis, 'BarcodeDetector', { configurable: true, value: own });
  }

  async function troubleOf(starting: Promise<unknown>): Promise<string> {
    const error = await starting.then(
      () => null,
      (failure: unknown) => failure,
    );
    return error instanceof CameraError ? error.trouble : `no trouble: ${error}`;
  }

  for (const [name, trouble] of [
    ['NotAllowedError', 'refused'],
    ['SecurityError', 'refused'],
    ['NotFoundError', 'absent'],
    ['OverconstrainedError', 'absent'],
    ['NotReadableError', 'busy'],
    ['AbortError', 'busy'],
  ] as const) {
    it(`is ${trouble} where the browser says ${name}`, async () => {
      hardware.refusal = new DOMException('no', name);
      expect(await troubleOf(camera.start('user'))).to.equal(trouble);
    });
  }

  it('is absent where the browser knows no cameras at all', async () => {
    Object.defineProperty(navigator, 'mediaDevices', { configurable: true, value: undefined });
    expect(await troubleOf(camera.start('user'))).to.equal('absent');
  });

  it('goes out when it was stopped before it began', async () => {
    const starting = camera.start('user');
    camera.stop();
    expect(await starting).to.equal(false);
    expect(hardware.isOn).to.equal(false);
    expect(video.srcObject).to.equal(null);
  });

  it('goes out when it is stopped, and sees nothing more', async () => {
    hardware.show(latvian);
    await camera.start('user');
    await until(() => found.length > 0);
    camera.stop();
    const seen = found.length;
    expect(hardware.isOn).to.equal(false);
    expect(video.srcObject).to.equal(null);
    await new Promise((resolve) => requestAnimationFrame(resolve));
    expect(found).to.have.length(seen);
  });

  it('says when it is taken away', async () => {
    await camera.start('user');
    hardware.unplug();
    expect(lost).to.deep.equal(['absent']);
    expect(video.srcObject).to.equal(null);
  });

  it('says when another program takes it, or somebody closes its shutter', async () => {
    await camera.start('user');
    const [track] = (video.srcObject as MediaStream).getTracks();
    track?.dispatchEvent(new Event('mute'));
    expect(lost).to.deep.equal(['busy']);
    expect(hardware.isOn).to.equal(false);
    track?.dispatchEvent(new Event('ended'));
    expect(lost).to.have.length(1);
  });

  it('stays with the newer start when an earlier one fails late', async () => {
    let refuse: (error: Error) => void = () => {};
    const { mediaDevices } = navigator;
    const getUserMedia = mediaDevices.getUserMedia;
    mediaDevices.getUserMedia = () =>
      new Promise((_, reject) => {
        refuse = reject;
      });
    const first = camera.start('user');
    mediaDevices.getUserMedia = getUserMedia;
    expect(await camera.start('environment')).to.equal(true);
    refuse(new DOMException('no', 'NotReadableError'));
    expect(await first).to.equal(false);
    expect([hardware.isOn, video.srcObject === null, lost]).to.deep.equal([true, false, []]);
  });

  describe('where its picture cannot be looked at', () => {
    const { getContext } = OffscreenCanvas.prototype;
    afterEach(() => {
      OffscreenCanvas.prototype.getContext = getContext;
    });
    function fail(times: number): { looks: number } {
      const seen = { looks: 0 };
      OffscreenCanvas.prototype.getContext = function (this: OffscreenCanvas, ...asked: never[]) {
        if (++seen.looks <= times) throw new DOMException('lost', 'InvalidStateError');
        return Reflect.apply(getContext, this, asked);
      } as typeof getContext;
      return seen;
    }

    it('says so after a few looks, and goes out, rather than to look no more without a word', async () => {
      const seen = fail(Number.POSITIVE_INFINITY);
      await camera.start('user');
      await until(() => lost.length > 0);
      expect(lost).to.deep.equal(['unreadable']);
      expect(faults.map((fault) => (fault as DOMException).name)).to.deep.equal(['InvalidStateError']);
      expect([seen.looks, hardware.isOn]).to.deep.equal([5, false]);
    });

    it('goes on when only some looks fail', async () => {
      fail(4);
      hardware.show(latvian);
      await camera.start('user');
      await until(() => found.length > 0);
      expect([found[0], lost]).to.deep.equal([latvian, []]);
    });
  });

  it('asks for the side it is told, without the microphone, and lets go of the other', async () => {
    await camera.start('user');
    const first = video.srcObject as MediaStream;
    await camera.start('environment');
    expect(
      hardware.asked.map(({ audio, video: wish }) => [audio, (wish as MediaTrackConstraints).facingMode]),
    ).to.deep.equal([
      [false, 'user'],
      [false, 'environment'],
    ]);
    expect(first.getTracks().every(({ readyState }) => readyState === 'ended')).to.equal(true);
  });

  it('reads a code by the package where the browser reads none', async () => {
    await camera.start('user');
    hardware.show(latvian);
    await until(() => found.length > 0);
    expect(found[0]).to.equal(latvian);
  });

  it('reads a Russian code in the encoding that it names', async () => {
    expect(russian.encoding).to.equal('windows-1251');
    await camera.start('user');
    hardware.show(russian.bytes);
    await until(() => found.length > 0);
    expect(found[0]).to.equal(russian.text);
  });

  it('reads by the browser’s own detector where it knows QR codes', async () => {
    detector(async () => [{ rawValue: 'of the browser' }]);
    hardware.show(latvian);
    await camera.start('user');
    await until(() => found.length > 1);
    expect(new Set(found)).to.deep.equal(new Set(['of the browser']));
  });

  it('does not trust the detector’s letters of windows-1251', async () => {
    detector(async () => [{ rawValue: 'ST00011|Name=\ufffd|PersAcc=\ufffd-30' }]);
    hardware.show(russian.bytes);
    await camera.start('user');
    await until(() => found.length > 0);
    expect(found[0]).to.equal(russian.text);
  });

  it('goes on by the package where the detector knows no QR codes, or has nothing to stand on', async () => {
    for (const formats of [['ean_13'], ['qr_code']]) {
      found.length = 0;
      detector(() => Promise.reject(new DOMException('unavailable', 'NotSupportedError')), formats);
      camera = openReceiptCamera();
      hardware.show(latvian);
      await camera.start('user');
      await until(() => found.length > 0);
      expect(found[0]).to.equal(latvian);
      camera.stop();
    }
  });

  it('goes on by the package where the detector fails in the middle, or answers no more', async () => {
    for (const next of [() => Promise.reject(new Error('gone')), () => new Promise<never>(() => {})]) {
      found.length = 0;
      let looks = 0;
      detector(() => (++looks === 1 ? Promise.resolve([{ rawValue: 'of the browser' }]) : next()));
      camera = openReceiptCamera();
      hardware.show(latvian);
      await camera.start('user');
      await until(() => found.includes(latvian));
      expect([found[0], lost]).to.deep.equal(['of the browser', []]);
      camera.stop();
    }
  });

  it('reads bytes as UTF-8 unless they name another encoding', () => {
    const bytes = (text: string) => new TextEncoder().encode(text);
    expect(decodeText(bytes('ā'))).to.equal('ā');
    expect(decodeText(Uint8Array.of(...bytes('ST00013|'), 0xc1))).to.equal('ST00013|а');
    expect(decodeText(new Uint8Array())).to.equal('');
  });
});
