import { expect } from 'chai';
import { toInstant } from '../../../shared/instant.ts';
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

  /** What has a tablet make contact at once. */
  const stir = () => window.dispatchEvent(new Event('online'));
  const losesNetwork = async () => {
    bench.server.online = false;
    stir();
    await until(() => tablet.online === false);
  };

  /** Who greets waits for `answer()`. */
  function slowGreetings(): { asked: Promise<void>; answer: () => void } {
    let answer = () => {};
    let isAsked = () => {};
    const answered = new Promise<void>((resolve) => {
      answer = resolve;
    });
    const asked = new Promise<void>((resolve) => {
      isAsked = resolve;
    });
    const { hello } = bench.server;
    bench.server.hello = async (said) => {
      isAsked();
      await answered;
      return hello.call(bench.server, said);
    };
    return { asked, answer };
  }

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

  it('claims nothing of the network before anybody has answered or nobody has', async () => {
    expect(tablet.online).to.equal(null);
    const { asked, answer } = slowGreetings();
    const started = tablet.start();
    await asked;
    expect(tablet.online).to.equal(null);
    answer();
    await started;
    expect(tablet.online).to.equal(true);
  });

  it('has a network as soon as slips were taken, before it is greeted, and where it is handed one in by a visit', async () => {
    await tablet.start();
    await losesNetwork();
    const { id } = await tablet.outbox.save(annasSlip);
    bench.server.online = true;
    const { answer } = slowGreetings();
    const visit = { token: 'visit', until: toInstant(inWindow + 300_000) };
    expect(await tablet.outbox.handIn(id, visit, 8_000)).to.deep.include({ outcome: 'received' });
    expect(tablet.online).to.equal(true);
    answer();
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
    await until(() => tablet.online === false);
  });

  it('says so when something of it is another', async () => {
    let changes = 0;
    tablet.addEventListener(TabletChanged.type, () => changes++);
    await tablet.start();
    const before = changes;
    await losesNetwork();
    expect(changes).to.be.greaterThan(before);
  });

  it('the network comes back: what waits goes by itself, each once', async () => {
    await tablet.start();
    await losesNetwork();
    for (let one = 0; one < 3; one++) await tablet.outbox.save(annasSlip);
    expect(tablet.outbox.waiting).to.equal(3);
    bench.server.online = true;
    stir();
    await until(() => tablet.outbox.waiting === 0);
    expect(bench.server.entered).to.have.length(3);
  });

  it('prints only where the office says so, also after a start without a network', async () => {
    expect(tablet.prints).to.equal(false);
    await tablet.start();
    await until(() => tablet.online === true);
    expect(tablet.prints).to.equal(false);
    bench.server.prints = true;
    stir();
    await until(() => tablet.prints);
    await losesNetwork();
    const other = open();
    await other.start();
    expect(other.prints).to.equal(true);
    await other.close();
  });

  it('counts apart what waits and what the server could not open', async () => {
    await tablet.start();
    await losesNetwork();
    const { id } = await tablet.outbox.save(annasSlip);
    await tablet.outbox.save(annasSlip);
    expect([tablet.outbox.waiting, tablet.outbox.refused]).to.deep.equal([2, 0]);
    bench.server.says.set(id, 'refused');
    bench.server.online = true;
    stir();
    await until(() => tablet.outbox.waiting === 0);
    expect(tablet.outbox.refused).to.equal(1);
  });

  it('two tabs: what one saves, the other counts; both at work, each arrives once', async () => {
    await tablet.start();
    await losesNetwork();
    const other = open(new KioskDb(bench.name));
    await other.start();
    for (let one = 0; one < 5; one++) await tablet.outbox.save(annasSlip);
    await until(() => other.outbox.waiting === 5);
    bench.server.online = true;
    stir();
    await until(() => tablet.outbox.waiting === 0 && other.outbox.waiting === 0);
    expect(bench.server.entered).to.have.length(5);
    expect(bench.server.orders).to.have.length(1);
    await other.close();
  });

  for (const locks of [true, false]) {
    const where = locks ? 'two windows' : 'two windows of a browser that knows no locks';
    it(`${where} save and hand in at the same time: no number is taken twice, each slip is entered once`, async () => {
      if (!locks) Object.defineProperty(navigator, 'locks', { value: undefined, configurable: true });
      await tablet.close();
      await bench.reopen();
      tablet = open();
      const other = open(new KioskDb(bench.name));
      try {
        await Promise.all([tablet.start(), other.start()]);
        const visit = { token: 'visit', until: toInstant(inWindow + 300_000) };
        const leave = async ({ outbox }: DeviceTablet) => {
          const { id } = await outbox.save(annasSlip);
          stir();
          return outbox.handIn(id, visit, 8_000);
        };
        const answers = await Promise.all([tablet, other, tablet, other, tablet, other].map(leave));
        stir();
        await until(() => tablet.outbox.waiting === 0 && other.outbox.waiting === 0);
        expect(bench.server.entered).to.have.length(answers.length);
        const numbers = bench.server.entered.flatMap(({ readings }) => readings.map(({ number }) => number));
        expect(new Set(numbers).size).to.equal(numbers.length);
        for (const answer of answers) expect(answer?.outcome).to.be.oneOf(['received', 'duplicate']);
      } finally {
        await other.close();
        Reflect.deleteProperty(navigator, 'locks');
      }
    });
  }

  it('once its credential has ended it hands in what it holds, then knows that it is out of use, also without a network', async () => {
    await tablet.start();
    await losesNetwork();
    await tablet.outbox.save(annasSlip);
    bench.server.online = true;
    bench.server.state = 'ended';
    stir();
    await until(() => tablet.standing === 'ended');
    expect(bench.server.held).to.have.length(1);
    expect(await bench.undelivered()).to.deep.equal([]);
    await tablet.close();

    bench.server.online = false;
    await bench.reopen();
    tablet = open();
    await tablet.start();
    expect(tablet.standing).to.equal('ended');
  });

  /** The code that is typed is of another kiosk of the company. */
  const becomesAnother = () => {
    const before = bench.server.kiosk;
    bench.server.enrol = async () => {
      bench.server.others.add(before.id);
      bench.server.kiosk = { ...before, id: '01890000-0000-7000-8000-0000000000c9' };
      bench.server.state = 'enrolled';
      return { ok: true, value: bench.server.greeting() };
    };
  };

  it('before it becomes another kiosk it hands in what it holds as the one that it was', async () => {
    await tablet.start();
    await losesNetwork();
    await tablet.outbox.save(annasSlip);
    bench.server.online = true;
    bench.server.state = 'ended';
    const before = bench.server.kiosk.id;
    becomesAnother();
    await tablet.enrol('RIGHT');
    await until(() => tablet.outbox.waiting === 0);
    expect(bench.server.held).to.have.length(1);
    expect(tablet.kiosk?.id).to.not.equal(before);
    expect((await bench.undelivered()).map(({ state }) => state)).to.deep.equal([]);
  });

  it('set up as another kiosk after it had lost its cookie, it hands in what it sealed before, and numbers anew', async () => {
    await tablet.start();
    await losesNetwork();
    await tablet.outbox.save(annasSlip);
    const before = (await bench.db.self.get('self'))?.next ?? 0;
    bench.server.online = true;
    bench.server.state = 'stranger';
    stir();
    await until(() => tablet.standing === 'stranger');
    expect(tablet.outbox.waiting).to.equal(1);
    bench.server.ahead = 60_000;
    becomesAnother();
    await tablet.enrol('RIGHT');
    await until(() => tablet.outbox.waiting === 0);
    expect([bench.server.held.length, bench.server.entered.length]).to.deep.equal([1, 0]);
    const next = (await bench.db.self.get('self'))?.next ?? 0;
    expect(next).to.be.greaterThan(before);
    await tablet.outbox.save(annasSlip);
    stir();
    await until(() => bench.server.entered.length === 1);
    expect(bench.server.entered[0]?.readings[0]?.number).to.equal(next);
  });
});
