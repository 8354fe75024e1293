import { expect } from 'chai';
import { html } from 'lit';
import type { Language } from '../../../shared/company.ts';
import type { KioskAccount } from '../../../shared/kiosk-answers.ts';
import type { KioskReadings } from '../../../web/kiosk/screens/readings.ts';
import { coldWater, electricity, hotWater, oldHotWater } from '../support/flat.ts';
import { reading } from '../support/household.ts';
import { enter, focused, foundWith, press, shownFields, water } from '../support/kiosk-readings.ts';
import { type KioskStage, type KioskStageOptions, openKiosk } from '../support/kiosk-stage.ts';
import '../../../web/kiosk/screens/readings.ts';

describe('typing readings at a kiosk', () => {
  let kiosk: KioskStage;
  afterEach(() => kiosk.stage.close());

  async function open(
    found: KioskAccount = foundWith({ meters: [coldWater] }),
    { session, ...options }: KioskStageOptions = {},
  ): Promise<void> {
    kiosk = await openKiosk((all) => html`<kiosk-readings .session=${all}></kiosk-readings>`, {
      session: { account: '12345', serial: '21883-12', found, ...session },
      ...options,
    });
  }
  const heading = () => kiosk.stage.find('h1').textContent?.trim();

  describe('refuses', () => {
    it('an empty field: it says so there, and stays (V2)', async () => {
      await open();
      await press(kiosk.stage, 'Next');
      expect(kiosk.stage.text).to.contain('Type what the meter shows.');
      expect(focused()?.id).to.equal('field');
      expect(kiosk.turns).to.deep.equal([]);
      expect(await kiosk.stage.complaints()).to.deep.equal([]);
    });

    it('one tariff without the other: they are typed together (V4)', async () => {
      await open(foundWith({ meters: [electricity] }));
      await enter(kiosk.stage, '9959,24');
      await press(kiosk.stage, 'Next');
      expect(kiosk.stage.text).to.contain('Type what the meter shows.');
      expect(focused()).to.equal(shownFields(kiosk.stage)[1]);
      expect(kiosk.turns).to.deep.equal([]);
    });

    it('a value below the previous one: what happened is asked, each answer a button (M1, M4)', async () => {
      await open();
      await enter(kiosk.stage, '25,9');
      await press(kiosk.stage, 'Next');
      expect(kiosk.stage.text).to.contain('Lower than for October 2026: 257.800 m³.');
      expect(kiosk.turns).to.deep.equal([]);
      expect(focused()?.getAttribute('aria-label')).to.equal('What happened?');
      expect(await kiosk.stage.complaints()).to.deep.equal([]);
      kiosk.stage.button('The comma slipped – change to 259.000 m³').click();
      await kiosk.stage.settled();
      expect(shownFields(kiosk.stage)[0]?.value).to.equal('259.000');
    });

    it('more than three times the usual use until it is confirmed, and says what was confirmed (U1)', async () => {
      await open();
      await enter(kiosk.stage, '290');
      await press(kiosk.stage, 'Next');
      await kiosk.stage.shows('So much used?');
      expect(kiosk.turns).to.deep.equal([]);
      expect(await kiosk.stage.complaints()).to.deep.equal([]);
      await press(kiosk.stage, 'Yes, the meter shows this');
      expect(kiosk.turns[0]?.change.entries?.[0]?.claims.confirmed).to.deep.equal(['B']);
    });

    it('to ask for anything while no window is open: it says of each meter when it can be read (W1)', async () => {
      await open(foundWith(), { now: '2026-11-20T07:00:00Z' });
      expect(shownFields(kiosk.stage)).to.have.length(0);
      expect(heading()).to.equal('Readings are not taken now');
      expect(kiosk.stage.text).to.contain('Readings for November 2026 are taken from 27 November to 30 November.');
      expect(kiosk.stage.text).to.contain('This meter was taken out on 31 May 2025');
      expect(await kiosk.stage.complaints()).to.deep.equal([]);
      await press(kiosk.stage, 'Finish');
      expect(kiosk.finished()).to.equal(1);
    });

    it('to hand in nothing: whoever has skipped every meter is told so', async () => {
      await open();
      await press(kiosk.stage, 'Skip this meter');
      expect(heading()).to.equal('No reading was typed');
      expect(kiosk.turns).to.deep.equal([]);
      await press(kiosk.stage, 'Back');
      expect(shownFields(kiosk.stage)).to.have.length(1);
    });

    it('to read a meter that was taken out, even for whoever came with its number (M7)', async () => {
      await open(foundWith({ meters: [coldWater, oldHotWater] }), { session: { serial: '168500-12' } });
      await press(kiosk.stage, 'Skip this meter');
      expect(kiosk.stage.text).to.contain('This meter was taken out on 31 May 2025 and takes no more readings.');
      expect(shownFields(kiosk.stage)).to.have.length(0);
    });

    it('to change what billing has (W6)', async () => {
      const given = reading('2026-11', { B: 261_000 }, { meter: coldWater.id, state: 'billed' });
      await open(foundWith({ meters: [coldWater], readings: [given] }));
      expect(kiosk.stage.all('button').map((one) => one.textContent?.trim())).not.to.contain('Correct');
      expect(kiosk.stage.text).to.contain('was given to billing and cannot be changed');
      await press(kiosk.stage, 'Next');
      expect(heading()).to.equal('Everything is handed in');
    });
  });

  describe('goes from meter to meter', () => {
    it('in the order of the residents’ app, without those taken out, and ends at the summary', async () => {
      await open(foundWith());
      expect([heading(), kiosk.stage.text]).to.satisfy(
        ([of, text]: [string, string]) => of === 'Cold water' && text.includes('Meter 1 of 3'),
      );
      await enter(kiosk.stage, '261');
      await press(kiosk.stage, 'Next');
      expect(heading()).to.equal('Electricity');
      expect(shownFields(kiosk.stage)).to.have.length(2);
      await press(kiosk.stage, 'Skip this meter');
      expect(heading()).to.equal('Hot water');
      await enter(kiosk.stage, '150');
      await press(kiosk.stage, 'Next');
      expect(kiosk.turns).to.have.length(1);
      const [{ to, change }] = kiosk.turns as [KioskStage['turns'][number]];
      expect([to, change.period]).to.deep.equal(['summary', '2026-11']);
      expect(change.entries?.map(({ serial, service, typed }) => ({ serial, service, typed }))).to.deep.equal([
        { serial: coldWater.serial, service: 'cold-water', typed: ['261.000'] },
        { serial: hotWater.serial, service: 'hot-water', typed: ['150.000'] },
      ]);
    });

    it('and keeps what was typed while somebody goes back and forth, also from the summary', async () => {
      await open(foundWith());
      await enter(kiosk.stage, '261');
      await press(kiosk.stage, 'Next');
      await enter(kiosk.stage, '99');
      await press(kiosk.stage, 'Back');
      expect(shownFields(kiosk.stage)[0]?.value).to.equal('261.000');
      await press(kiosk.stage, 'Next');
      expect(shownFields(kiosk.stage)[0]?.value).to.equal('99');
      const entries = [{ serial: coldWater.serial, service: coldWater.service, meter: coldWater, typed: ['261.000'] }];
      kiosk.stage.close();
      await open(foundWith(), {
        session: {
          entries: entries.map((entry) => ({ ...entry, claims: { rollover: [], confirmed: [], replaced: false } })),
        },
      });
      expect(shownFields(kiosk.stage)[0]?.value).to.equal('261.000');
    });

    it('back from the first one to where the account is named, and forgets what was typed for it', async () => {
      await open(foundWith(), { session: { entries: [water] } });
      await press(kiosk.stage, 'Back');
      expect(kiosk.turns).to.deep.equal([
        { to: 'identify', change: { entries: [], period: null, found: null, contact: null } },
      ]);
    });

    it('by the Enter key as well: through the tariffs, and on', async () => {
      await open(foundWith({ meters: [electricity] }));
      const key = (at: number) =>
        shownFields(kiosk.stage)[at]?.dispatchEvent(
          new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, composed: true, cancelable: true }),
        );
      await enter(kiosk.stage, '9959,24');
      key(0);
      expect(focused()).to.equal(shownFields(kiosk.stage)[1]);
      await enter(kiosk.stage, '3090,25', 1);
      key(1);
      await kiosk.stage.settled();
      expect(kiosk.turns[0]?.change.entries?.[0]?.typed).to.deep.equal(['9959.24', '3090.25']);
    });
  });

  it('shows whose meters these are, masked, with the first of them, and lets whoever they are not of go back', async () => {
    await open(foundWith());
    expect(kiosk.stage.text).to.contain('A••• B•••, Rīgas iela 7, dz. ••. Is this right?');
    // Nobody wants to hear the dots.
    expect(kiosk.stage.find('whose-meters').shadowRoot?.querySelector('.visually-hidden')?.textContent).to.equal(
      'A… B…, Rīgas iela 7, dz. …. Is this right?',
    );
    await press(kiosk.stage, 'Not mine');
    expect(kiosk.turns).to.deep.equal([
      {
        to: 'identify',
        change: { account: '', serial: '', entries: [], period: null, found: null, contact: null },
      },
    ]);
    await press(kiosk.stage, 'Skip this meter');
    expect(kiosk.stage.all('whose-meters')).to.deep.equal([]);
    kiosk.stage.close();
    await open(foundWith(), { now: '2026-11-20T07:00:00Z' });
    expect(kiosk.stage.text).to.contain('A••• B•••, Rīgas iela 7, dz. ••. Is this right?');
  });

  it('keeps what was typed when the visit was prolonged meanwhile', async () => {
    await open(foundWith());
    await enter(kiosk.stage, '261');
    await press(kiosk.stage, 'Next');
    const screen = kiosk.stage.find<KioskReadings>('kiosk-readings');
    const visit = { token: 'later', until: '2026-11-28T07:10:00Z' };
    screen.session = { ...screen.session, found: { ...foundWith(), visit } };
    await kiosk.stage.settled();
    await press(kiosk.stage, 'Skip this meter');
    await press(kiosk.stage, 'Skip this meter');
    expect(kiosk.turns[0]?.change.entries?.map(({ serial }) => serial)).to.deep.equal([coldWater.serial]);
  });

  it('asks nobody’s keyboard to come up, and shows its own keys', async () => {
    await open();
    expect(shownFields(kiosk.stage)[0]?.inputMode).to.equal('none');
    expect(kiosk.stage.all('kiosk-keys')).to.have.length(1);
    kiosk.stage.find('kiosk-readings').focus();
    await (kiosk.stage.find('kiosk-readings') as HTMLElement & { focusHeading(): Promise<void> }).focusHeading();
    await press(kiosk.stage, '7');
    expect(shownFields(kiosk.stage)[0]?.value).to.equal('7');
  });

  it('shows what was handed in already, and lets it be corrected while that is allowed (W7)', async () => {
    const given = reading('2026-11', { B: 261_000 }, { meter: coldWater.id, state: 'accepted' });
    await open(foundWith({ meters: [coldWater], readings: [given] }));
    expect(shownFields(kiosk.stage)).to.have.length(0);
    expect(kiosk.stage.text).to.contain('The reading for November 2026 is handed in already.');
    expect(await kiosk.stage.complaints()).to.deep.equal([]);
    await press(kiosk.stage, 'Correct');
    expect(shownFields(kiosk.stage)[0]?.value).to.equal('261.000');
    await press(kiosk.stage, 'Leave as it is');
    expect(heading()).to.equal('Everything is handed in');
    await press(kiosk.stage, 'Back');
    await press(kiosk.stage, 'Correct');
    await enter(kiosk.stage, '260,5');
    await press(kiosk.stage, 'Next');
    expect(kiosk.turns[0]?.change.entries?.map(({ typed }) => typed)).to.deep.equal([['260.500']]);
  });

  it('takes an estimate for no reading (M3), and one that waits for the office for one', async () => {
    const estimate = reading('2026-11', { B: 261_000 }, { meter: coldWater.id, kind: 'estimate', state: 'accepted' });
    const waits = reading('2026-11', { B: 99_000 }, { meter: hotWater.id, state: 'review' });
    await open(foundWith({ meters: [coldWater, hotWater], readings: [estimate, waits] }));
    expect(shownFields(kiosk.stage)).to.have.length(1);
    await press(kiosk.stage, 'Skip this meter');
    expect(kiosk.stage.text).to.contain('the office is checking it');
  });

  it('says that a month was given to billing, and takes the reading all the same (W6)', async () => {
    await open(foundWith({ meters: [coldWater], locked: ['2026-11'] }));
    expect(kiosk.stage.text).to.contain('November 2026 was given to billing.');
    await enter(kiosk.stage, '261');
    await press(kiosk.stage, 'Next');
    expect(kiosk.turns.map(({ to }) => to)).to.deep.equal(['summary']);
  });

  for (const [language, place, skip, mark] of [
    ['en', 'Meter 1 of 3', 'Skip this meter', '.'],
    ['lv', '1. skaitītājs no 3', 'Izlaist šo skaitītāju', ','],
    ['ru', 'Прибор 1 из 3', 'Пропустить этот прибор', ','],
  ] as const satisfies readonly (readonly [Language, string, string, string])[]) {
    it(`speaks ${language}, with its decimal mark in what goes into the slip`, async () => {
      await open(foundWith(), { language });
      expect(kiosk.stage.text).to.contain(place);
      expect(await kiosk.stage.complaints()).to.deep.equal([]);
      await enter(kiosk.stage, '261');
      await press(kiosk.stage, { en: 'Next', lv: 'Tālāk', ru: 'Дальше' }[language]);
      await press(kiosk.stage, skip);
      await press(kiosk.stage, skip);
      expect(kiosk.turns[0]?.change.entries?.[0]?.typed).to.deep.equal([`261${mark}000`]);
    });
  }
});
