import { expect } from 'chai';
import { meter, opened, SlipsStage, slipId } from '../support/kiosk-slips.ts';
import { until } from '../support/mount.ts';
import { refused } from '../support/office.ts';

describe('what the office enters from a slip', () => {
  const slips = new SlipsStage();
  afterEach(() => slips.stage.close());

  it('enters a reading by hand with what was typed and the day of the visit, noted at the slip', async () => {
    let entered = false;
    const byOffice = { reading: 'r-9', by: 'Dace Liepa', at: '2026-11-28T06:59:00.000Z' };
    const [first, ...rest] = opened().readings;
    await slips.open({
      'kiosks.slip': () =>
        entered && first
          ? opened({
              state: 'entered',
              readings: [{ ...first, outcome: 'accepted', problems: [], byOffice }, ...rest],
            })
          : opened(),
      'review.enter': () => {
        entered = true;
        return { done: true, adjustment: false };
      },
    });
    await slips.stage.shows('Enter it by hand');
    slips.stage.button('Enter it by hand').click();
    await slips.stage.appears('value-fields');
    const values = slips.inside<HTMLInputElement>('value-fields', 'input').map(({ value }) => value);
    // The registers as the meter has them; they were typed T1 before T2.
    expect(values).to.deep.equal(['80.0', '150.0']);
    expect(slips.stage.find<HTMLInputElement>('#day').value).to.equal('2026-11-27');
    expect(await slips.stage.complaints()).to.deep.equal([]);
    slips.stage.find<HTMLInputElement>('#reason').value = 'Called';
    slips.send(slips.inside('reading-entry', 'form')[0]);
    await slips.stage.shows('The reading is saved.');
    await slips.stage.shows('Entered by Dace Liepa');
    const [entry] = slips.inputsOf('review.enter') as [{ values: object; takenOn: string; from: object }];
    expect([entry.values, entry.takenOn]).to.deep.equal([{ T1: 1500, T2: 800 }, '2026-11-27']);
    expect(entry.from).to.deep.equal({ slip: slipId, reading: 'r-1' });
    expect(slips.inside('kiosk-slip-reading', 'button')).to.deep.equal([]);
    expect(slips.stage.all('settle-slip')).to.deep.equal([]);
    expect(slips.inputsOf('kiosks.slips').length).to.equal(2);
    expect(await slips.stage.complaints()).to.deep.equal([]);
  });

  it('lets the meter be chosen where the slip names none clearly', async () => {
    const [first] = opened().readings as [ReturnType<typeof opened>['readings'][0]];
    const unclear = {
      ...first,
      serial: '771',
      service: 'gas' as const,
      meter: null,
      problems: [{ code: 'meter_unknown' as const }],
    };
    const other = { ...meter, id: 'm-2', service: 'gas' as const, serial: '500', place: 'virtuve' };
    await slips.open({
      'kiosks.slip': () => opened({ readings: [unclear], meters: [meter, other] }),
      'review.enter': () => ({ done: true, adjustment: false }),
    });
    await slips.stage.shows('Which meter is it?');
    const [choice] = slips.inside<HTMLSelectElement>('kiosk-slip-reading', 'select');
    expect(choice?.options[0]?.textContent).to.include('500').and.include('virtuve');
    expect(await slips.stage.complaints()).to.deep.equal([]);
    if (choice) choice.value = 'm-1';
    slips.send(slips.inside('kiosk-slip-reading', 'form')[0]);
    await slips.stage.appears('value-fields');
    expect(slips.inside<HTMLInputElement>('value-fields', 'input').map(({ value }) => value)).to.deep.equal([
      '80.0',
      '150.0',
    ]);
    slips.stage.find<HTMLInputElement>('#reason').value = 'Called';
    slips.send(slips.inside('reading-entry', 'form')[0]);
    await slips.stage.shows('The reading is saved.');
    const [entry] = slips.inputsOf('review.enter') as [{ meter: string; from: object }];
    expect([entry.meter, entry.from]).to.deep.equal(['m-1', { slip: slipId, reading: 'r-1' }]);
  });

  it('says when somebody else has entered it meanwhile, and shows that', async () => {
    let entered = false;
    const byOffice = { reading: 'r-9', by: 'Ilze Kalna', at: '2026-11-28T06:59:00.000Z' };
    const [first, ...rest] = opened().readings;
    await slips.open({
      'kiosks.slip': () =>
        opened(
          entered && first ? { readings: [{ ...first, outcome: 'accepted', problems: [], byOffice }, ...rest] } : {},
        ),
      'review.enter': () => {
        entered = true;
        return Promise.reject(refused({ code: 'changed_meanwhile' }));
      },
    });
    await slips.stage.shows('Enter it by hand');
    slips.stage.button('Enter it by hand').click();
    await slips.stage.appears('value-fields');
    slips.stage.find<HTMLInputElement>('#reason').value = 'Called';
    slips.send(slips.inside('reading-entry', 'form')[0]);
    await slips.stage.shows('Somebody else has changed this meanwhile.');
    await slips.stage.shows('Entered by Ilze Kalna');
    expect(slips.stage.all('reading-entry')).to.deep.equal([]);
  });

  it('keeps what was typed where it is the month that has changed meanwhile', async () => {
    await slips.open({ 'review.enter': () => Promise.reject(refused({ code: 'changed_meanwhile' })) });
    await slips.stage.shows('Enter it by hand');
    slips.stage.button('Enter it by hand').click();
    await slips.stage.appears('value-fields');
    slips.stage.find<HTMLInputElement>('#reason').value = 'Called';
    slips.send(slips.inside('reading-entry', 'form')[0]);
    await slips.stage.shows('Somebody else has changed this meanwhile.');
    await until(() => slips.inputsOf('kiosks.slip').length === 2);
    await slips.stage.settled();
    expect(slips.stage.find<HTMLInputElement>('#reason').value).to.equal('Called');
  });
});
