import { expect } from 'chai';
import { CallFailed } from '../../../web/kiosk/api.ts';
import { DeviceTablet } from '../../../web/kiosk/device-tablet.ts';
import { KioskDb } from '../../../web/kiosk/kiosk-db.ts';
import { TabletChanged } from '../../../web/kiosk/tablet.ts';
import { inWindow } from '../support/household.ts';
import { annasSlip, KioskBench } from '../support/kiosk-bench.ts';
import { until } from '../support/mount.ts';

describe('the tablet', () => {
  let bench: KioskBench;
  let tablet: DeviceTablet;
  beforeEach(async () => {
    bench = await KioskBench.open({ greeted: false });
    tablet = open();
  });
  afterEach(async () => {
    await tablet.close();
    await bench.close();
    expect(bench.faults).to.deep.equal([]);
  });

  const open = (db = bench.db) => new DeviceTablet({ ...bench.parts(db), random: () => 1 });

  const codeOf = (work: Promise<unknown>): Promise<string | null | undefined> =>
    work.then(
      () => 'done',
      (reason: unknown) => (reason as CallFailed).problem?.code ?? null,
    );

  it('knows nothing of itself where nothing is stored and nobody answers', async () => {
    bench.server.online = false;
    await tablet.start();
    expect([tablet.standing, tablet.kiosk, tablet.online]).to.deep.equal(['unknown', null, false]);
    expect(tablet.now()).to.equal(inWindow);
  });

  it('is a stranger to a company that has not enrolled it', async () => {
    bench.server.state = 'stranger';
    await tablet.start();
    expect([tablet.standing, tablet.kiosk, tablet.online]).to.deep.equal(['stranger', null, true]);
  });

  it('a wrong code makes it nothing, and so does nobody’s answer', async () => {
    bench.server.state = 'stranger';
    await tablet.start();
    expect(await codeOf(tablet.enrol('WRONG'))).to.equal('code_wrong');
    bench.server.online = false;
    const failure = await tablet.enrol('RIGHT').catch((reason: unknown) => reason);
    expect(failure).to.be.instanceOf(CallFailed);
    expect((failure as CallFailed).problem).to.equal(null);
    expect(tablet.standing).to.equal('stranger');
  });

  it('is a kiosk after the right code, and stays one over a start without a network', async () => {
    bench.server.state = 'stranger';
    bench.server.ahead = 3_600_000;
    await tablet.start();
    await tablet.enrol('RIGHT');
    expect([tablet.standing, tablet.kiosk, tablet.online]).to.deep.equal(['enrolled', bench.server.kiosk, true]);
    expect(tablet.now()).to.equal(inWindow + 3_600_000);
    await tablet.close();

    bench.server.online = false;
    await bench.reopen();
    tablet = open();
    await tablet.start();
    expect([tablet.standing, tablet.kiosk]).to.deep.equal(['enrolled', bench.server.kiosk]);
    expect(tablet.now()).to.equal(inWindow + 3_600_000);
    await tablet.contact();
    expect(tablet.online).to.equal(false);
  });

  it('says so when something of it is another', async () => {
    let changes = 0;
    tablet.addEventListener(TabletChanged.type, () => changes++);
    await tablet.start();
    bench.server.online = false;
    const before = changes;
    await tablet.contact();
    expect(tablet.online).to.equal(false);
    expect(changes).to.be.greaterThan(before);
  });

  it('the network comes back: what waits goes by itself, each once', async () => {
    await tablet.start();
    bench.server.online = false;
    for (let one = 0; one < 3; one++) await tablet.outbox.save(annasSlip);
    await tablet.contact();
    expect(tablet.outbox.waiting).to.equal(3);
    bench.server.online = true;
    window.dispatchEvent(new Event('online'));
    await until(() => tablet.outbox.waiting === 0);
    expect(bench.server.entered).to.have.length(3);
  });

  it('two tabs: what one saves, the other counts; both at work, each arrives once', async () => {
    await tablet.start();
    bench.server.online = false;
    await tablet.contact();
    const other = open(new KioskDb(bench.name));
    await other.start();
    for (let one = 0; one < 5; one++) await tablet.outbox.save(annasSlip);
    await until(() => other.outbox.waiting === 5);
    bench.server.online = true;
    await Promise.all([tablet.contact(), other.contact()]);
    await until(() => tablet.outbox.waiting === 0 && other.outbox.waiting === 0);
    expect(bench.server.entered).to.have.length(5);
    expect(bench.server.orders).to.have.length(1);
    await other.close();
  });

  it('once revoked it hands in what it holds, then knows that it is out of use, also without a network', async () => {
    await tablet.start();
    bench.server.online = false;
    await tablet.outbox.save(annasSlip);
    await tablet.contact();
    bench.server.online = true;
    bench.server.state = 'revoked';
    await tablet.contact();
    await until(() => tablet.standing === 'revoked');
    expect(bench.server.held).to.have.length(1);
    expect(await bench.rows()).to.deep.equal([]);
    await tablet.close();

    bench.server.online = false;
    await bench.reopen();
    tablet = open();
    await tablet.start();
    expect(tablet.standing).to.equal('revoked');
  });

  it('before it becomes another kiosk it hands in what it holds as the one that it was', async () => {
    await tablet.start();
    bench.server.online = false;
    await tablet.outbox.save(annasSlip);
    await tablet.contact();
    bench.server.online = true;
    bench.server.state = 'revoked';
    const before = bench.server.kiosk;
    bench.server.enrol = async () => {
      bench.server.kiosk = { ...before, id: '01890000-0000-7000-8000-0000000000c9' };
      bench.server.state = 'enrolled';
      return { ok: true, value: bench.server.greeting() };
    };
    await tablet.enrol('RIGHT');
    await until(() => tablet.outbox.waiting === 0);
    expect(bench.server.held).to.have.length(1);
    expect(tablet.kiosk?.id).to.not.equal(before.id);
    expect((await bench.rows()).map(({ state }) => state)).to.deep.equal([]);
  });
});
