import { expect } from 'chai';
import type { KioskVisit } from '../../../shared/kiosk-answers.ts';
import { patience } from '../../../web/kiosk/idle.ts';
import type { KioskSession } from '../../../web/kiosk/session.ts';
import { FakeTablet } from '../support/fake-tablet.ts';
import { flat, signedIn } from '../support/kiosk-bills.ts';
import { type KioskFrame, openFrame } from '../support/kiosk-frame.ts';
import { enter, foundWith, shownFields, water } from '../support/kiosk-readings.ts';
import { until } from '../support/mount.ts';
import { refused } from '../support/office.ts';

/** By the tablet's clock it is 7:00. */
const ending: KioskVisit = { token: 'of 7:03', until: '2026-11-28T07:03:00.000Z' };
const later: KioskVisit = { token: 'of 7:05', until: '2026-11-28T07:05:00.000Z' };

describe('the visit of whoever stands at the kiosk', () => {
  let frame: KioskFrame;
  afterEach(() => frame.stage.close());
  const open = async (stay: () => unknown, tablet = new FakeTablet()): Promise<void> => {
    frame = await openFrame(tablet, { answers: { stay } });
  };
  const session = (): KioskSession => (frame.shown() as Element & { session: KioskSession }).session;
  const stays = () => frame.asked.filter(([name]) => name === 'stay').map(([, input]) => input);
  const painted = () => new Promise((resolve) => requestAnimationFrame(resolve));
  const readings: Partial<KioskSession> = { account: '12345', found: foundWith({ visit: ending }) };

  it('is asked for by nobody without one, nor while it is young, over, or nobody can answer', async () => {
    await open(() => later);
    frame.touch();
    await frame.turn('readings', { found: foundWith({ visit: later }) });
    frame.touch();
    await frame.turn('readings', { found: foundWith({ visit: { token: 'over', until: '2026-11-28T07:00:00.000Z' } }) });
    frame.touch();
    frame.stage.close();
    await open(() => later, new FakeTablet({ online: false }));
    await frame.turn('readings', readings);
    frame.touch();
    await painted();
    expect(stays()).to.deep.equal([]);
  });

  it('lasts longer by a touch or a key on the way through the readings, and what was typed meanwhile stays', async () => {
    await open(() => later);
    await frame.turn('readings', readings);
    await frame.stage.appears('meter-face');
    const field = shownFields(frame.stage)[0] as HTMLInputElement;
    await enter(frame.stage, '261');
    const { value } = field;
    expect(value).to.contain('261');
    frame.touch();
    await until(() => session().visit === later);
    expect(stays()).to.deep.equal([{ visit: 'of 7:03' }]);
    frame.touch();
    await painted();
    expect(stays(), 'once a minute').to.have.length(1);
    await frame.stage.settled();
    expect(shownFields(frame.stage)[0]).to.equal(field);
    expect(field.value).to.equal(value);
    await frame.turn('summary', { entries: [water], period: '2026-11' });
    expect(session().visit).to.equal(later);
  });

  it('lasts longer where somebody asks for more time', async () => {
    frame = await openFrame(new FakeTablet(), {
      patience: { ...patience, longest: patience.told + 1 },
      answers: { stay: () => later },
    });
    frame.touch();
    await frame.turn('readings', readings);
    await frame.pass(1);
    await frame.stage.shows('Jūsu laiks šeit beigsies pēc');
    frame.stage.button('Vairāk laika').click();
    await until(() => session().visit === later);
    expect(stays()).to.deep.equal([{ visit: 'of 7:03' }]);
  });

  it('is asked for again where nobody answered, and at one time once', async () => {
    let answers = false;
    await open(() => (answers ? later : Promise.reject(refused(null))));
    await frame.turn('bills', { signedIn: signedIn([flat()], ending.until) });
    frame.touch();
    frame.touch();
    await painted();
    answers = true;
    frame.touch();
    await until(() => session().visit === later);
    expect(stays()).to.have.length(2);
  });

  it('takes the bills with it where the server has ended it', async () => {
    await open(() => Promise.reject(refused({ code: 'signed_out' })));
    await frame.turn('bills', { signedIn: signedIn([flat()], ending.until) });
    frame.touch();
    await frame.stage.shows('Jūsu laiks šeit ir beidzies');
    expect(frame.stage.all('button.bill')).to.deep.equal([]);
  });

  it('leaves the readings where they are when the server has ended it: they are handed in all the same', async () => {
    await open(() => Promise.reject(refused({ code: 'signed_out' })));
    await frame.turn('readings', readings);
    frame.touch();
    await until(() => session().visit?.until === '2026-11-28T07:00:00.000Z');
    expect(session().visit?.token).to.equal('of 7:03');
    expect(frame.isShown('readings')).to.equal(true);
    frame.touch();
    await painted();
    expect(stays()).to.have.length(1);
  });

  it('is that of the new proof where somebody begins with another account', async () => {
    await open(() => later);
    await frame.turn('readings', readings);
    frame.touch();
    await until(() => session().visit === later);
    await frame.turn('identify', { found: null });
    expect(session().visit).to.equal(null);
    await frame.turn('readings', { found: foundWith({ visit: ending }) });
    expect(session().visit).to.equal(null);
  });
});
