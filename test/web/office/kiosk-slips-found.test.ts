import { expect } from 'chai';
import { html } from 'lit';
import { row, SlipsStage, slipId } from '../support/kiosk-slips.ts';
import { until } from '../support/mount.ts';

describe('the search for the number of a receipt', () => {
  const slips = new SlipsStage();
  afterEach(() => slips.stage.close());

  const search = (number: string) => {
    const field = slips.stage.find<HTMLInputElement>('#number');
    field.value = number;
    field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  };
  const look = () => slips.send(slips.inside('office-kiosk-slips', 'form[role="search"]')[0]);

  it('says what a number on a receipt looks like where something else was typed, and finds nothing by it', async () => {
    await slips.open({}, { slip: null });
    await slips.stage.shows('10427 · Anna Ozola');
    search('1A2B');
    look();
    await until(() => slips.stage.find('#number').getAttribute('aria-invalid') === 'true');
    expect(await slips.stage.complaints()).to.deep.equal([]);
    expect(slips.inputsOf('kiosks.findSlips')).to.deep.equal([]);
  });

  it('says that nothing of a number has come', async () => {
    await slips.open({ 'kiosks.findSlips': () => ({ rows: [], next: null }) }, { slip: null });
    search('ffff 0000');
    await slips.stage.shows('Nothing with the number FFFF-0000 has come.');
    expect(await slips.stage.complaints()).to.deep.equal([]);
  });

  it('opens the one slip of a number, and lists several', async () => {
    const rows = [row];
    await slips.open({ 'kiosks.findSlips': () => ({ rows: [...rows], next: null }) }, { slip: null });
    search('1a2b3c4d');
    look();
    await until(() => slips.office.navigated.length === 1);
    expect(slips.office.navigated).to.deep.equal([`/office/kiosks/slips/${slipId}`]);
    expect(slips.inputsOf('kiosks.findSlips')).to.deep.equal([{ number: '1A2B-3C4D', after: null }]);
    rows.push({ ...row, id: '0190aaab-0000-7000-8000-00001a2b3c4d', state: 'settled' });
    search('');
    await slips.stage.settled();
    search('1A2B-3C4D');
    await slips.stage.shows('Several slips end in this number: 2.');
    expect(slips.stage.text).to.contain('settled');
    look();
    await slips.stage.settled();
    expect(slips.office.navigated.length).to.equal(1);
  });

  it('begins with the number that the address names', async () => {
    const answers = { 'kiosks.findSlips': () => ({ rows: [row], next: null }) };
    await slips.show(answers, html`<office-kiosk-slips .receipt=${'1A2B-3C4D'}></office-kiosk-slips>`);
    await slips.stage.shows('10427 · Anna Ozola');
    expect(slips.inputsOf('kiosks.findSlips')).to.deep.equal([{ number: '1A2B-3C4D', after: null }]);
    expect(slips.stage.find<HTMLInputElement>('#number').value).to.equal('1A2B-3C4D');
  });
});
