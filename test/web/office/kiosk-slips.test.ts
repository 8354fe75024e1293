import { expect } from 'chai';
import { html } from 'lit';
import type { OfficeSlip } from '../../../shared/kiosk-office.ts';
import { held, opened, row, SlipsStage, slipId } from '../support/kiosk-slips.ts';
import { until } from '../support/mount.ts';
import { type ApiAnswers, refused } from '../support/office.ts';

describe('what was left at kiosks', () => {
  const slips = new SlipsStage();
  afterEach(() => slips.stage.close());

  it('says why the list, or a slip, is not there', async () => {
    await slips.open({ 'kiosks.slips': () => Promise.reject(refused(null)) }, { slip: null });
    await slips.stage.shows('The portal cannot be reached.');
    slips.stage.close();
    await slips.open({ 'kiosks.slip': () => Promise.reject(refused({ code: 'not_found' })) });
    await until(() => slips.stage.all('[role="alert"]').length === 1);
  });

  it('says of each state that nothing of it waits', async () => {
    await slips.open({ 'kiosks.slips': () => ({ rows: [], next: null }) }, { slip: null });
    await slips.stage.shows('Nothing waits');
    expect(await slips.stage.complaints()).to.deep.equal([]);
    const which = slips.stage.find<HTMLSelectElement>('select');
    which.value = 'held';
    which.dispatchEvent(new Event('change'));
    await slips.stage.shows('Nothing came from tablets out of use.');
    expect(slips.inputsOf('kiosks.slips')).to.deep.equal([
      { state: 'office', after: null },
      { state: 'held', after: null },
    ]);
  });

  it('settles nothing without a word of what was done', async () => {
    await slips.open();
    await slips.stage.appears('settle-slip');
    slips.settle('  ');
    await slips.stage.shows('Please write what was done.');
    expect(slips.inputsOf('kiosks.settle')).to.deep.equal([]);
    expect(await slips.stage.complaints()).to.deep.equal([]);
  });

  it('says when somebody else was quicker, and shows how it stands now', async () => {
    let settled: OfficeSlip['settled'] = null;
    await slips.open({
      'kiosks.slip': () => opened(settled ? { state: 'settled', settled } : {}),
      'kiosks.settle': () => {
        settled = { at: '2026-11-28T06:59:00.000Z', by: 'Ilze Kalna', note: 'Called' };
        return Promise.reject(refused({ code: 'changed_meanwhile' }));
      },
    });
    await slips.stage.appears('settle-slip');
    slips.settle('Read anew');
    await slips.stage.shows('Somebody else has changed this meanwhile.');
    await slips.stage.shows('Settled by Ilze Kalna');
    expect(slips.stage.all('settle-slip')).to.deep.equal([]);
  });

  it('begins with what came from revoked kiosks where that is asked for', async () => {
    const answers = { 'kiosks.slips': () => ({ rows: [held], next: null }) };
    await slips.show(answers, html`<office-kiosk-slips held></office-kiosk-slips>`);
    expect(slips.inputsOf('kiosks.slips')).to.deep.equal([{ state: 'held', after: null }]);
    expect(slips.stage.find<HTMLSelectElement>('select').value).to.equal('held');
  });

  it('says above what waits for everybody that something from tablets out of use waits too, and leads there', async () => {
    await slips.open(
      {
        'kiosks.slips': (input) => ({ rows: (input as { state: string }).state === 'held' ? [held] : [], next: null }),
        'kiosks.work': () => ({ office: 0, held: 2, most: 1000 }),
      },
      { slip: null },
    );
    await slips.stage.shows('2 slips came from a tablet out of use.');
    expect(slips.stage.text).to.include('Nothing else waits.').and.not.include('Nothing waits:');
    expect(await slips.stage.complaints()).to.deep.equal([]);
    slips.stage.button('Show what came').click();
    await slips.stage.shows('10427 · Anna Ozola');
    expect(slips.stage.find<HTMLSelectElement>('select').value).to.equal('held');
    expect(slips.stage.text).to.not.include('came from a tablet');
  });

  it('says what the resident has confirmed, and that something entered waits for review or was reviewed', async () => {
    const [first] = opened().readings as [OfficeSlip['readings'][0]];
    const unusual = { code: 'unusual_high' as const, use: 9000, usual: 50, explanations: [] };
    const reading: OfficeSlip['readings'][0] = {
      ...first,
      outcome: 'review',
      inReview: true,
      confirmed: ['T1'],
      problems: [
        { ...unusual, register: 'T1' },
        { ...unusual, register: 'T2' },
      ],
    };
    await slips.open({ 'kiosks.slip': () => opened({ state: 'entered', inReview: true, readings: [reading] }) });
    await slips.stage.shows('Slip 1A2B-3C4D');
    const said = slips.inside('kiosk-slip-reading', '.wrong').map(({ textContent }) => textContent ?? '');
    expect(said[0]).to.include('The resident has confirmed it.');
    expect(said[1]).to.include('The resident has not confirmed it.');
    expect(slips.inside('kiosk-slip', '.spread span')[0]?.textContent).to.equal('entered, waits for review');
    slips.stage.close();
    const decided = { ...reading, inReview: false };
    await slips.open({ 'kiosks.slip': () => opened({ state: 'entered', readings: [decided] }) });
    await slips.stage.shows('entered, reviewed');
    expect(slips.inside('kiosk-slip', '.spread span')[0]?.textContent).to.equal('entered');
  });

  it('names the numbers of a meter that nobody knows as the kiosk did', async () => {
    const [first] = opened().readings as [OfficeSlip['readings'][0]];
    const reading = { ...first, meter: null, problems: [], typed: ['1000', '2000'] };
    await slips.open({ 'kiosks.slip': () => opened({ readings: [reading], meters: [] }) });
    await slips.stage.shows('Slip 1A2B-3C4D');
    const names = slips.inside('kiosk-slip-reading', '.typed .soft').map(({ textContent }) => textContent);
    expect(names).to.have.length(2);
    expect(names[0]).to.not.equal(names[1]);
  });

  it('tells why a serial number proved nothing, and which meter is meant that has none', async () => {
    const [first] = opened().readings as [OfficeSlip['readings'][0]];
    const readings = [
      { ...first, meter: null, service: 'hot-water' as const, serial: '- kitchen', problems: [] },
      { ...first, meter: null, serial: '-', problems: [{ code: 'meter_unknown' as const }] },
    ];
    for (const [serial, why] of [
      ['99999', 'because it is the same sign over and over'],
      ['12', 'because it is too short'],
      ['none', 'because it has no digits'],
      ['-', 'No serial number was typed, so nothing was entered.'],
    ] as const) {
      await slips.open({ 'kiosks.slip': () => opened({ serial, problems: [{ code: 'serial_useless' }], readings }) });
      await slips.stage.shows(why);
      const names = slips.inside('kiosk-slip-reading', 'h4').map(({ textContent }) => textContent?.trim());
      expect(names[0]).to.match(/^Hot water\s+no number · kitchen$/);
      expect(names[1]).to.contain('no number').and.not.to.contain('·');
      expect(slips.stage.text).to.contain('The resident says that this meter has no number.');
      slips.stage.close();
    }
    await slips.open({ 'kiosks.slip': () => opened() });
  });

  it('shows how the account itself can be reached, once where it is the same', async () => {
    const account = { id: 'a-1', number: '10427', holder: 'Anna Ozola', address: 'Rīgas iela 1-5' };
    const known = { ...account, phone: '+371 2000 0000', email: 'anna@example.lv' };
    await slips.open({ 'kiosks.slip': () => opened({ contact: null, account: known }) });
    await slips.stage.shows('nothing was left');
    expect(slips.stage.text).to.include('Known of the account');
    expect(slips.stage.all('a[href="tel:+37120000000"], a[href="mailto:anna@example.lv"]')).to.have.length(2);
    slips.stage.close();
    await slips.open({
      'kiosks.slip': () => opened({ contact: 'anna@example.lv', account: { ...known, phone: null } }),
    });
    await slips.stage.shows('Slip 1A2B-3C4D');
    expect(slips.stage.text).to.not.include('Known of the account');
  });

  it('lists who, when, at which kiosk, and how much was not entered', async () => {
    await slips.open({}, { slip: null });
    await slips.stage.shows('10427 · Anna Ozola');
    expect(slips.stage.text)
      .to.contain('2 readings, one not entered')
      .and.to.contain('1A2B-3C4D')
      .and.to.contain('Foajē');
    slips.inside('kiosk-slip-list', 'button')[0]?.click();
    expect(slips.office.navigated).to.deep.equal([`/office/kiosks/slips/${slipId}`]);
  });

  it('shows what was typed by the registers, what is wrong in words, and how to reach them', async () => {
    await slips.open();
    await slips.stage.shows('Slip 1A2B-3C4D');
    const text = slips.stage.text.replace(/\s+/g, ' ');
    expect(text).to.contain('150,0').and.to.contain('160.0');
    expect(slips.stage.find<HTMLAnchorElement>('a[href^="tel:"]').getAttribute('href')).to.equal('tel:+37129123456');
    expect(slips.stage.find<HTMLAnchorElement>('a[href="/office/accounts/a-1"]')).to.exist;
    expect(text.indexOf('150,0')).to.be.lessThan(text.indexOf('80'));
    expect(slips.inside('kiosk-slip-reading', 'button').length).to.equal(1);
    expect(await slips.stage.complaints()).to.deep.equal([]);
  });

  it('writes to an e-mail address, and leaves other words as they are', async () => {
    await slips.open({ 'kiosks.slip': () => opened({ contact: 'anna@example.lv' }) });
    await slips.stage.appears('a[href="mailto:anna@example.lv"]');
    slips.stage.close();
    await slips.open({ 'kiosks.slip': () => opened({ contact: 'flat 5, in the evening' }) });
    await slips.stage.shows('flat 5, in the evening');
    expect(slips.stage.all('a[href^="tel:"]')).to.deep.equal([]);
  });

  it('says that what was left there is not kept any more, and not that nothing was', async () => {
    await slips.open({ 'kiosks.slip': () => opened({ state: 'entered', kept: 'typed', contact: null }) });
    await slips.stage.shows('not kept here: nothing on it waits any more');
    expect(slips.stage.text).to.include('77123').and.not.include('nothing was left');
    slips.stage.close();
    const emptied = opened().readings.map((reading) => ({ ...reading, serial: '', typed: [], meter: null }));
    const gone = { kept: 'nothing', contact: null, serial: '', typedAccount: '', account: null } as const;
    await slips.open({
      'kiosks.slips': () => ({ rows: [{ ...row, account: null, typedAccount: '' }], next: null }),
      'kiosks.slip': () => opened({ ...gone, state: 'settled', readings: emptied }),
    });
    await slips.stage.shows('What was typed is not kept any more');
    expect(slips.inside('kiosk-slip-list', '.topic')[0]?.textContent?.trim()).to.equal('No such account');
    expect(slips.stage.text).to.not.include('Serial number as typed').and.not.include('No. ');
    expect(await slips.stage.complaints()).to.deep.equal([]);
  });

  it('says what is wrong with the account of a whole slip', async () => {
    const readings = opened().readings.map((reading) => ({
      ...reading,
      meter: null,
      outcome: 'office' as const,
      problems: [],
    }));
    await slips.open({
      'kiosks.slip': () =>
        opened({ account: null, meters: [], typedAccount: '55', problems: [{ code: 'account_unknown' }], readings }),
    });
    await slips.stage.shows('There is no account of this number.');
    expect(slips.inside('kiosk-slip-reading', 'button')).to.deep.equal([]);
    await slips.stage.shows('It can be entered on the page of the right account');
    expect(slips.stage.find('a[href="/office/accounts"]')).to.exist;
  });

  it('puts away what came from a revoked kiosk as a manager does', async () => {
    let state: OfficeSlip['state'] = 'held';
    await slips.open(
      {
        'kiosks.slips': () => ({ rows: [held], next: null }),
        'kiosks.slip': () => opened({ state }),
        'kiosks.settleHeld': () => {
          state = 'settled';
          return {};
        },
      },
      { role: 'manager' },
    );
    await slips.stage.appears('settle-slip');
    slips.settle('Made up');
    await slips.stage.shows('The slip is settled.');
    expect(slips.inputsOf('kiosks.settleHeld')).to.deep.equal([{ id: slipId, note: 'Made up' }]);
    expect(slips.inputsOf('kiosks.settle')).to.deep.equal([]);
  });

  it('settles with the note, and asks for the list again', async () => {
    await slips.open({ 'kiosks.settle': () => ({}) });
    await slips.stage.appears('settle-slip');
    slips.settle(' Called ');
    await slips.stage.shows('The slip is settled.');
    expect(slips.inputsOf('kiosks.settle')).to.deep.equal([{ id: slipId, note: 'Called' }]);
    expect(slips.inputsOf('kiosks.slips').length).to.equal(2);
  });

  it('lets managers alone take in what came from a revoked kiosk, after asking', async () => {
    const readings = opened().readings.map((reading) => ({ ...reading, outcome: null, problems: [] }));
    let state: OfficeSlip['state'] = 'held';
    const answers: ApiAnswers = {
      'kiosks.slips': () => ({ rows: [held], next: null }),
      'kiosks.slip': () => opened({ state, readings }),
      'kiosks.takeIn': () => {
        state = 'entered';
        return { state };
      },
    };
    await slips.open(answers);
    await slips.stage.shows('A manager decides about it');
    expect(slips.stage.all('settle-slip')).to.deep.equal([]);
    expect(slips.inside('kiosk-slip-reading', 'button')).to.deep.equal([]);
    slips.stage.close();
    await slips.open(answers, { role: 'manager' });
    await slips.stage.shows('Whoever had the tablet may have made it up.');
    slips.stage.button('Enter it').click();
    await slips.stage.shows('Enter what came from a tablet out of use?');
    expect(await slips.stage.complaints()).to.deep.equal([]);
    slips.stage.find<HTMLElement>('[slot="answers"] .primary').click();
    await slips.stage.shows('All readings of the slip are entered.');
    expect(slips.inputsOf('kiosks.takeIn')).to.deep.equal([{ id: slipId }]);
  });

  for (const language of ['lv', 'ru'] as const) {
    it(`is clean for axe in ${language}`, async () => {
      await slips.open({}, { language });
      await slips.stage.appears('settle-slip');
      expect(await slips.stage.complaints()).to.deep.equal([]);
    });
  }
});
