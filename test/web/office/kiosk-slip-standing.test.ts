import { expect } from 'chai';
import { opened, SlipsStage } from '../support/kiosk-slips.ts';
import { refused } from '../support/office.ts';

describe('how a slip of a kiosk stands', () => {
  const slips = new SlipsStage();
  afterEach(() => slips.stage.close());

  it('says whose tablet brought what another kiosk had sealed', async () => {
    const broughtBy = { id: 'k-2', name: 'Pagrabs' };
    await slips.open({ 'kiosks.slip': () => opened({ state: 'held', broughtBy }) });
    await slips.stage.shows('Brought by the tablet of');
    expect(slips.stage.text).to.contain('Pagrabs').and.to.contain('Foajē');
    slips.stage.close();
    await slips.open({ 'kiosks.slip': () => opened({ state: 'held' }) });
    await slips.stage.shows('Came here');
    expect(slips.stage.text).to.not.contain('Brought by the tablet of');
  });

  it('releases the account of a slip where kiosks do not open it, after asking', async () => {
    let shutOut = true;
    await slips.open({
      'kiosks.slip': () => opened({ shutOut, problems: [{ code: 'serial_spread' }] }),
      'kiosks.release': () => {
        shutOut = false;
        return {};
      },
    });
    await slips.stage.shows('Kiosks do not open this account now');
    slips.stage.button('Release').click();
    await slips.stage.shows('Release 10427?');
    expect(await slips.stage.complaints()).to.deep.equal([]);
    slips.stage.find<HTMLElement>('[slot="answers"] .primary').click();
    await slips.stage.shows('10427 is released.');
    expect(slips.inputsOf('kiosks.release')).to.deep.equal([{ account: 'a-1' }]);
    expect(slips.stage.all('release-account')).to.deep.equal([]);
  });

  it('says when somebody else has released it before', async () => {
    let shutOut = true;
    await slips.open({
      'kiosks.slip': () => opened({ shutOut }),
      'kiosks.release': () => {
        shutOut = false;
        return Promise.reject(refused({ code: 'changed_meanwhile' }));
      },
    });
    await slips.stage.appears('release-account');
    slips.stage.button('Release').click();
    await slips.stage.shows('Release 10427?');
    slips.stage.find<HTMLElement>('[slot="answers"] .primary').click();
    await slips.stage.shows('Somebody else has changed this meanwhile.');
    expect(slips.stage.all('release-account')).to.deep.equal([]);
  });

  it('releases nothing where there is nothing to, and nothing beside what is settled', async () => {
    await slips.open();
    await slips.stage.appears('settle-slip');
    expect(slips.stage.all('release-account')).to.deep.equal([]);
    slips.stage.close();
    const settled = { at: '2026-11-28T06:59:00.000Z', by: 'Ilze Kalna', note: 'Called' };
    await slips.open({ 'kiosks.slip': () => opened({ shutOut: true, state: 'settled', settled }) });
    await slips.stage.shows('Settled by Ilze Kalna');
    expect(slips.stage.all('release-account')).to.deep.equal([]);
  });
});
