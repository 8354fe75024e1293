import { expect } from 'chai';
import { html } from 'lit';
import type { KioskAccount } from '../../../shared/kiosk-answers.ts';
import type { Problem } from '../../../shared/problem.ts';
import type { KioskIdentify } from '../../../web/kiosk/screens/identify.ts';
import { FakeCamera } from '../support/fake-camera.ts';
import { type KioskStage, type KioskStageOptions, openKiosk } from '../support/kiosk-stage.ts';
import { type } from '../support/mount.ts';
import { refused } from '../support/office.ts';
import '../../../web/kiosk/screens/identify.ts';

const found: KioskAccount = {
  visit: { token: 'visit', until: '2026-11-28T07:05:00Z' },
  holder: 'A••• B•••',
  address: 'Rīgas iela 7, dz. ••',
  meters: [],
  exceptions: [],
  locked: [],
};

describe('whose meters it is about', () => {
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
      answers: { lookUp: async () => found },
      ...options,
    });
  }
  const field = () => kiosk.stage.find<HTMLInputElement>('input');
  const isWrong = () => field().getAttribute('aria-invalid') === 'true';
  async function say(text: string, next = 'Next'): Promise<void> {
    field().value = '';
    type(field(), text);
    kiosk.stage.button(next).click();
    await kiosk.stage.settled();
  }
  async function sayBoth(account = '12345', serial = '59537062'): Promise<void> {
    await say(account);
    await kiosk.stage.shows('Serial number of a meter');
    await say(serial);
  }
  const answerWith = (problem: Problem | null) => ({ answers: { lookUp: () => Promise.reject(refused(problem)) } });

  describe('refuses', () => {
    it('nothing, and what is no account number, beside the field', async () => {
      await open();
      await say('');
      expect(kiosk.stage.text).to.contain('Please type the account number.');
      await say('1234');
      expect(kiosk.stage.text).to.contain('This is no account number. It looks like 12345.');
      expect(isWrong()).to.equal(true);
      expect(await kiosk.stage.complaints()).to.deep.equal([]);
      expect(kiosk.said('lookUp')).to.deep.equal([]);
    });

    it('a code that is none of the company’s, and goes on looking', async () => {
      await open();
      hardware.show('https://example.com/12345');
      await kiosk.stage.shows('This is no bill of DDzKSU.');
      expect(isWrong()).to.equal(false);
      hardware.show('12345');
      await kiosk.stage.shows('Serial number of a meter');
    });

    it('an empty serial number', async () => {
      await open();
      await sayBoth('12345', '  ');
      expect(kiosk.stage.text).to.contain('Please type the serial number of a meter.');
      expect(kiosk.said('lookUp')).to.deep.equal([]);
    });

    it('what no meter has on it: signs that cannot be seen', async () => {
      await open();
      await sayBoth('12345', '5953\u00077062');
      expect(kiosk.stage.text).to.contain('Please type the serial number of a meter.');
      expect(kiosk.said('lookUp')).to.deep.equal([]);
    });

    it('a wrong proof, in plain words and without telling how often one may try', async () => {
      await open(answerWith({ code: 'account_mismatch' }));
      await sayBoth();
      await kiosk.stage.shows('do not belong together');
      expect(field().value).to.equal('59537062');
      expect(isWrong()).to.equal(true);
      expect(kiosk.stage.find('kiosk-identify').shadowRoot?.activeElement === field()).to.equal(true);
      expect(kiosk.turns).to.deep.equal([]);
    });

    it('any more tries for an account that is locked: whoever stands there is told why, and sent to the desk', async () => {
      await open(answerWith({ code: 'kiosk_locked' }));
      await sayBoth();
      await kiosk.stage.shows('Please go to the desk');
      expect(kiosk.stage.text).to.contain('Too many wrong numbers were typed for this account number.');
      expect(kiosk.stage.all('input')).to.deep.equal([]);
      expect(await kiosk.stage.complaints()).to.deep.equal([]);
      kiosk.stage.button('All right').click();
      expect(kiosk.finished()).to.equal(1);
    });

    it('to look anything up where too much was asked, and lets readings be typed all the same', async () => {
      await open(answerWith({ code: 'too_many', seconds: 60 }));
      await sayBoth();
      await kiosk.stage.shows('It cannot be looked up here just now');
      expect(kiosk.stage.all('input')).to.deep.equal([]);
      expect(await kiosk.stage.complaints()).to.deep.equal([]);
      kiosk.stage.button('Go on without it').click();
      expect(kiosk.turns).to.deep.equal([
        { to: 'readings', change: { account: '12345', serial: '59537062', found: null } },
      ]);
    });

    for (const [typed, said, onSlip] of [
      ['', 'Please type the serial number of a meter.', '-'],
      ['\u202e123456', 'Please type the serial number of a meter.', '-'],
      ['-', 'there is neither a digit nor a letter in it', '-'],
      ['n/a', 'it is too short', 'n/a'],
      ['12', 'it is too short', '12'],
      ['0000000', 'it is the same sign over and over', '0000000'],
      ['99999', 'it is the same sign over and over', '99999'],
      ['none', 'it has no digits', 'none'],
    ] as const) {
      for (const online of [true, false]) {
        it(`“${typed}” as the number of a meter ${online ? '' : 'without a network '}unasked, and shows the way on without one`, async () => {
          await open({ online });
          await sayBoth('12345', typed);
          await kiosk.stage.shows(said);
          expect(kiosk.said('lookUp')).to.deep.equal([]);
          expect(isWrong()).to.equal(true);
          kiosk.stage.button('I have no other number').click();
          await kiosk.stage.shows('Go on without a number?');
          expect(await kiosk.stage.complaints()).to.deep.equal([]);
          kiosk.stage.button('Go on without it').click();
          expect(kiosk.turns).to.deep.equal([
            { to: 'readings', change: { account: '12345', serial: onSlip, found: null } },
          ]);
        });
      }
    }

    it('a wrong proof, and says so before the last one that may be', async () => {
      const problems: Problem[] = [{ code: 'account_mismatch' }, { code: 'account_mismatch', last: true }];
      await open({ answers: { lookUp: () => Promise.reject(refused(problems.shift() ?? null)) } });
      await sayBoth();
      await kiosk.stage.shows('do not belong together');
      expect(kiosk.stage.text).not.to.contain('Only one more try');
      await say('59537063');
      await kiosk.stage.shows('Only one more try is left');
      expect(await kiosk.stage.complaints()).to.deep.equal([]);
    });

    it('a wrong proof, and who has no better one goes on with what is typed by then', async () => {
      await open(answerWith({ code: 'account_mismatch' }));
      await sayBoth();
      await kiosk.stage.shows('do not belong together');
      type(field(), '9');
      kiosk.stage.button('I have no other number').click();
      await kiosk.stage.shows('If your meters have no number');
      kiosk.stage.button('Back').click();
      await kiosk.stage.appears('input');
      expect(field().value).to.equal('595370629');
      await say('59537062');
      await kiosk.stage.shows('do not belong together');
      type(field(), '9');
      kiosk.stage.button('I have no other number').click();
      await kiosk.stage.shows('Go on without a number?');
      kiosk.stage.button('Go on without it').click();
      expect(kiosk.turns).to.deep.equal([
        { to: 'readings', change: { account: '12345', serial: '595370629', found: null } },
      ]);
    });

    it('whatever else the company refuses, in its words', async () => {
      await open(answerWith({ code: 'internal' }));
      await sayBoth();
      await kiosk.stage.shows(kiosk.stage.words.text('problem-internal'));
    });
  });

  it('goes on without a number where there is none, whatever had been typed', async () => {
    await open();
    await say('12345');
    type(field(), '59537062');
    kiosk.stage.button('There is none').click();
    await kiosk.stage.shows('Go on without a number?');
    kiosk.stage.button('Go on without it').click();
    expect(kiosk.turns).to.deep.equal([{ to: 'readings', change: { account: '12345', serial: '-', found: null } }]);
  });

  it('leads to the meters by both numbers, as people write them', async () => {
    await open();
    await sayBoth(' 12 345', ' 168500-12 ');
    expect(kiosk.said('lookUp')).to.deep.equal([{ account: '12345', serial: '168500-12' }]);
    expect(kiosk.turns).to.deep.equal([{ to: 'readings', change: { account: '12345', serial: '168500-12', found } }]);
  });

  it('asks once, however often the button is pressed', async () => {
    let answer: (account: KioskAccount) => void = () => {};
    await open({ answers: { lookUp: () => new Promise((resolve) => (answer = resolve)) } });
    await sayBoth();
    kiosk.stage.button('One moment…').click();
    answer(found);
    await kiosk.stage.settled();
    expect(kiosk.said('lookUp')).to.have.length(1);
    expect(kiosk.turns).to.have.length(1);
  });

  it('leads nowhere when nobody stands there any more', async () => {
    let answer: (account: KioskAccount) => void = () => {};
    await open({ answers: { lookUp: () => new Promise((resolve) => (answer = resolve)) } });
    await sayBoth();
    kiosk.stage.find('kiosk-identify').remove();
    answer(found);
    await kiosk.stage.settled();
    expect(kiosk.turns).to.deep.equal([]);
  });

  it('drops the answer to what was asked before somebody went back', async () => {
    let answer: (account: KioskAccount) => void = () => {};
    await open({ answers: { lookUp: () => new Promise((resolve) => (answer = resolve)) } });
    await sayBoth();
    kiosk.stage.button('Back').click();
    await kiosk.stage.shows('Your account number');
    answer(found);
    await kiosk.stage.settled();
    expect(kiosk.turns).to.deep.equal([]);
    expect(field().value).to.equal('12345');
  });

  it('forgets the proof where another account is named', async () => {
    await open();
    await say('12345');
    await kiosk.stage.shows('Serial number of a meter');
    type(field(), '59537062');
    kiosk.stage.button('Back').click();
    await kiosk.stage.shows('Your account number');
    await say('54321');
    await kiosk.stage.shows('Serial number of a meter');
    expect(field().value).to.equal('');
  });

  it('goes on without the meters where there is no network, and says so before', async () => {
    await open({ online: false });
    await say('12345');
    await kiosk.stage.shows('There is no connection just now.');
    expect(await kiosk.stage.complaints()).to.deep.equal([]);
    await say('59537062');
    expect(kiosk.said('lookUp')).to.deep.equal([]);
    expect(kiosk.turns).to.deep.equal([
      { to: 'readings', change: { account: '12345', serial: '59537062', found: null } },
    ]);
  });

  it('goes on without them where nobody answers, when that was read; or tries again', async () => {
    await open(answerWith(null));
    await sayBoth();
    await kiosk.stage.shows('We could not look it up');
    expect(await kiosk.stage.complaints()).to.deep.equal([]);
    kiosk.stage.button('Try again').click();
    await kiosk.stage.settled();
    await kiosk.stage.shows('We could not look it up');
    expect(kiosk.said('lookUp')).to.have.length(2);
    kiosk.stage.button('Go on without it').click();
    expect(kiosk.turns.at(-1)?.change).to.deep.equal({ account: '12345', serial: '59537062', found: null });
  });

  it('shows at once the way on for whoever’s meters have no number, and asks whether it is meant', async () => {
    await open();
    await say('12345');
    await kiosk.stage.shows('There is none');
    expect(await kiosk.stage.complaints()).to.deep.equal([]);
    kiosk.stage.button('There is none').click();
    await kiosk.stage.shows('The office will look at it, and calls you if something does not fit.');
    kiosk.stage.button('Go on without it').click();
    expect(kiosk.said('lookUp')).to.deep.equal([]);
    expect(kiosk.turns).to.deep.equal([{ to: 'readings', change: { account: '12345', serial: '-', found: null } }]);
  });

  it('waits for an answer no longer than its patience', async () => {
    let answer: (account: KioskAccount) => void = () => {};
    await open({ answers: { lookUp: () => new Promise((resolve) => (answer = resolve)) } });
    expect(kiosk.stage.find<KioskIdentify>('kiosk-identify').patience).to.equal(5000);
    kiosk.stage.find<KioskIdentify>('kiosk-identify').patience = 20;
    await sayBoth();
    await kiosk.stage.shows('We could not look it up');
    answer(found);
    await kiosk.stage.settled();
    expect(kiosk.turns).to.deep.equal([]);
  });

  it('lets nobody’s browser remember what is typed, and opens no keys of the tablet’s own', async () => {
    await open();
    for (const next of ['12345', null]) {
      expect(field().inputMode).to.equal('none');
      expect(field().autocomplete).to.equal('off');
      expect(field().spellcheck).to.equal(false);
      if (next) await say(next);
    }
  });

  it('goes back to the first screen', async () => {
    await open();
    kiosk.stage.button('Back').click();
    expect(kiosk.turns).to.deep.equal([{ to: 'start', change: {} }]);
  });

  it('has what is typed in the field at once: nobody has to find it first', async () => {
    await open();
    await kiosk.stage.find<KioskIdentify>('kiosk-identify').focusHeading();
    expect(kiosk.stage.find('kiosk-identify').shadowRoot?.activeElement === field()).to.equal(true);
    expect(field().getAttribute('aria-describedby')).to.equal('lead hint problem');
  });

  for (const language of ['en', 'lv', 'ru'] as const) {
    it(`can be used by everybody, in ${language}; where the numbers stand is drawn`, async () => {
      await open({ language });
      await kiosk.stage.appears('.frame');
      expect(await kiosk.stage.complaints()).to.deep.equal([]);
      const where = kiosk.stage.button(kiosk.stage.words.text('kiosk-identify-where'));
      where.focus();
      where.click();
      await kiosk.stage.appears('where-it-stands');
      expect(kiosk.stage.all('svg[role=img]').map((one) => one.getAttribute('aria-label'))).to.deep.equal(
        ['kiosk-where-bill-picture', 'kiosk-identify-picture'].map((key) => kiosk.stage.words.text(key)),
      );
      expect(kiosk.stage.find('bill-picture').getAttribute('account')).to.equal('12345');
      expect(await kiosk.stage.complaints()).to.deep.equal([]);
      kiosk.stage.button(kiosk.stage.words.text('kiosk-help-close')).click();
      await kiosk.stage.settled();
      expect(kiosk.stage.all('where-it-stands')).to.deep.equal([]);
      expect(kiosk.stage.find('kiosk-identify').shadowRoot?.activeElement === where).to.equal(true);
      type(field(), '12345');
      kiosk.stage.find<HTMLButtonElement>('button.primary').click();
      await kiosk.stage.appears('meter-serial');
      expect(await kiosk.stage.complaints()).to.deep.equal([]);
    });
  }
});
