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
    await slips.stage.shows('kept only while something on it waits');
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
        opened({ account: null, typedAccount: '55', problems: [{ code: 'account_unknown' }], readings }),
    });
    await slips.stage.shows('There is no account of this number.');
    expect(slips.inside('kiosk-slip-reading', 'button')).to.deep.equal([]);
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
