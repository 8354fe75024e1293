import { expect } from 'chai';
import fc from 'fast-check';
import { html } from 'lit';
import type { Language } from '../../../shared/company.ts';
import type { Delivery } from '../../../shared/kiosk-answers.ts';
import { noClaims } from '../../../shared/reading.ts';
import type { UnsavedSlip } from '../../../web/kiosk/kiosk-context.ts';
import type { KioskEntry, KioskSession } from '../../../web/kiosk/session.ts';
import { StorageError } from '../../../web/storage/storage-error.ts';
import { coldWater, electricity } from '../support/flat.ts';
import { current, enter, focused, foundWith, press, shownFields, water } from '../support/kiosk-readings.ts';
import { type KioskStage, type KioskStageOptions, openKiosk } from '../support/kiosk-stage.ts';
import { until } from '../support/mount.ts';
import '../../../web/kiosk/screens/summary.ts';

const typed: Partial<KioskSession> = {
  account: '12345',
  serial: '21883-12',
  period: '2026-11',
  entries: [water, current],
};
const found = foundWith({ meters: [coldWater, electricity] });
const id = '01890000-0000-7000-8000-00001a2b3c4d';
const delivery: Delivery = { envelope: id, outcome: 'received', problem: null, readings: null };

describe('the summary of a kiosk', () => {
  let kiosk: KioskStage;
  afterEach(() => kiosk.stage.close());

  async function open({ session, ...options }: KioskStageOptions = {}): Promise<void> {
    kiosk = await openKiosk((all) => html`<kiosk-summary .session=${all}></kiosk-summary>`, {
      session: { ...typed, found, ...session },
      ...options,
    });
  }
  const textsOf = (selector: string) => kiosk.stage.all(selector).map((one) => (one.textContent ?? '').trim());

  describe('refuses', () => {
    it('a way to be reached that is none, beside the field: nothing is saved', async () => {
      await open();
      await enter(kiosk.stage, 'after six');
      await press(kiosk.stage, 'Hand in');
      expect(kiosk.stage.text).to.contain('This is neither a telephone number nor an e-mail address.');
      expect(focused()).to.equal(shownFields(kiosk.stage)[0]);
      expect(kiosk.saved).to.deep.equal([]);
      expect(await kiosk.stage.complaints()).to.deep.equal([]);
    });

    it('to go on where nothing could be saved: it says so, loses nothing, and can be pressed again', async () => {
      let full = true;
      const saved: UnsavedSlip[] = [];
      await open({
        outbox: {
          save: async (slip) => {
            if (full) throw new StorageError({ code: 'storage_full' });
            saved.push(slip);
            return { id, savedAt: '2026-11-28T07:00:00Z' };
          },
        },
      });
      await enter(kiosk.stage, '+371 29123456');
      await press(kiosk.stage, 'Hand in');
      await kiosk.stage.shows('It could not be saved on this tablet. What you typed is still here.');
      expect(kiosk.turns).to.deep.equal([]);
      expect(shownFields(kiosk.stage)[0]?.value).to.equal('+371 29123456');
      expect(await kiosk.stage.complaints()).to.deep.equal([]);
      full = false;
      await press(kiosk.stage, 'Hand in');
      expect(saved.map(({ contact }) => contact)).to.deep.equal(['+371 29123456']);
      expect(kiosk.turns.map(({ to }) => to)).to.deep.equal(['receipt']);
    });

    it('the second tap of somebody who has tapped twice: it was meant for the screen before', async () => {
      const tap = () =>
        kiosk.stage
          .button('Hand in')
          .dispatchEvent(new MouseEvent('click', { detail: 1, bubbles: true, composed: true }));
      await open();
      expect(kiosk.stage.button('Hand in').ariaDisabled).to.equal('true');
      tap();
      await kiosk.stage.settled();
      expect([kiosk.saved.length, kiosk.turns.length]).to.deep.equal([0, 0]);
      await until(() => kiosk.stage.button('Hand in').ariaDisabled === 'false');
      tap();
      await kiosk.stage.settled();
      expect(kiosk.saved).to.have.length(1);
    });

    it('no key, which has no second tap: it hands in at once', async () => {
      await open();
      kiosk.stage.button('Hand in').click();
      await kiosk.stage.settled();
      expect(kiosk.saved).to.have.length(1);
    });

    it('to lose what is saved where somebody leaves while it is handed in: it is known from then on', async () => {
      await open({ outbox: { handIn: () => new Promise(() => {}) } });
      await press(kiosk.stage, 'Hand in');
      expect(kiosk.noted.map(({ saved }) => saved?.id)).to.deep.equal([id]);
      expect(kiosk.turns).to.deep.equal([]);
    });

    it('to save twice, however often it is pressed while it is being handed in', async () => {
      let answer: (delivery: Delivery) => void = () => {};
      await open({
        outbox: {
          handIn: () =>
            new Promise((resolve) => {
              answer = resolve;
            }),
        },
      });
      await press(kiosk.stage, 'Hand in');
      await kiosk.stage.shows('Handing in…');
      await press(kiosk.stage, 'Handing in…');
      await press(kiosk.stage, 'Change');
      expect(kiosk.turns).to.deep.equal([]);
      answer(delivery);
      await kiosk.stage.shows('Hand in');
      expect(kiosk.saved).to.have.length(1);
      expect(kiosk.turns.map(({ to }) => to)).to.deep.equal(['receipt']);
    });
  });

  it('hands in with the latest visit, and before it is known whether there is a connection as well', async () => {
    const visits: unknown[] = [];
    const visit = { token: 'later', until: '2026-11-28T07:05:00Z' };
    const handIn = async (_: unknown, by: unknown) => {
      visits.push(by);
      return delivery;
    };
    await open({ online: null, session: { visit }, outbox: { handIn } });
    await press(kiosk.stage, 'Hand in');
    expect(visits).to.deep.equal([visit]);
    expect(kiosk.turns[0]?.change.delivery).to.equal(delivery);
  });

  it('goes through the meters once, however often it is painted: midnight changes nothing under somebody’s eyes', async () => {
    let asked = 0;
    const { meters, ...rest } = found;
    const counted = Object.defineProperty({ ...rest, meters }, 'meters', { get: () => ++asked && meters });
    await open({ session: { found: counted } });
    const first = asked;
    expect(first).to.be.greaterThan(0);
    await enter(kiosk.stage, '+371 29123456');
    await kiosk.stage.again();
    expect(asked).to.equal(first);
  });

  it('shows all of it to be read once more, and what the rules have found', async () => {
    await open({
      session: { entries: [{ ...water, typed: ['2.000'], claims: { ...noClaims, rollover: ['B'] } }, current] },
    });
    expect(kiosk.stage.text).to.contain('November 2026').and.to.contain('12345').and.to.contain('2.000 m³');
    expect(kiosk.stage.text).to.contain('T1 · day 9959.24 kWh').and.to.contain('T2 · night 3090.25 kWh');
    expect(kiosk.stage.text).to.contain('far from the highest that the meter can show. The office will check it.');
    expect(await kiosk.stage.complaints()).to.deep.equal([]);
  });

  it('saves it and hands it in with the visit, and waits eight seconds for the answer at the most', async () => {
    const handedIn: unknown[] = [];
    await open({
      outbox: {
        handIn: async (...asked) => {
          handedIn.push(asked);
          return delivery;
        },
      },
    });
    await press(kiosk.stage, 'Hand in');
    expect(handedIn).to.deep.equal([[id, found.visit, 8000]]);
    expect(kiosk.turns).to.deep.equal([
      { to: 'receipt', change: { contact: null, saved: { id, savedAt: '2026-11-28T07:00:00.000Z' }, delivery } },
    ]);
  });

  for (const [title, options] of [
    ['while the network is away', { online: false }],
    ['where the meters could not be asked for', { session: { found: null, contact: '+371 29123456' } }],
  ] as const) {
    it(`only saves it ${title}: it goes out by itself`, async () => {
      await open({ ...options, outbox: { handIn: () => Promise.reject(new Error('nobody is to be asked')) } });
      await press(kiosk.stage, 'Hand in');
      expect(kiosk.saved).to.have.length(1);
      expect(kiosk.turns[0]?.change.delivery).to.equal(null);
    });
  }

  it('asks for a way to be reached, more urgently without a network, and keeps it on the way back', async () => {
    await open();
    expect(kiosk.stage.text).to.contain('You may leave it out.');
    kiosk.stage.close();
    await open({ session: { found: null } });
    expect(kiosk.stage.text).to.contain('whether everything fits is known only later');
    expect(kiosk.stage.all('kiosk-keys')).to.have.length(0);
    shownFields(kiosk.stage)[0]?.focus();
    await kiosk.stage.appears('kiosk-keys');
    await enter(kiosk.stage, ' anna@example.lv ');
    await press(kiosk.stage, 'Change');
    expect(kiosk.turns).to.deep.equal([{ to: 'readings', change: { contact: 'anna@example.lv' } }]);
  });

  it('asks once more where nobody knows yet whether it fits and nobody could be reached, and takes no for an answer', async () => {
    await open({ session: { found: null } });
    await press(kiosk.stage, 'Hand in');
    expect(kiosk.stage.text).to.contain('Without a telephone number or e-mail the office cannot ask you');
    expect(kiosk.stage.all('kiosk-keys')).to.have.length(0);
    expect(kiosk.saved).to.deep.equal([]);
    expect(await kiosk.stage.complaints()).to.deep.equal([]);
    await press(kiosk.stage, 'Hand in');
    expect(kiosk.saved.map(({ contact }) => contact)).to.deep.equal([null]);
  });

  it('is not answered by the second of two quick taps, nor by a key that is held', async () => {
    await open({ session: { found: null } });
    await press(kiosk.stage, 'Hand in');
    kiosk.stage.button('Hand in').dispatchEvent(new MouseEvent('click', { detail: 2, bubbles: true, composed: true }));
    const held = { key: 'Enter', repeat: true, bubbles: true, composed: true, cancelable: true };
    shownFields(kiosk.stage)[0]?.dispatchEvent(new KeyboardEvent('keydown', held));
    await kiosk.stage.settled();
    expect([kiosk.saved, kiosk.turns]).to.deep.equal([[], []]);
    expect(kiosk.stage.text).to.contain('Without a telephone number or e-mail the office cannot ask you');
  });

  it('says of a number that proved nothing that it was typed, and of none that there is none', async () => {
    await open();
    expect(kiosk.stage.text).to.contain('Meter named as proof');
    for (const [serial, shown] of [
      ['99999', '99999'],
      ['-', 'none'],
    ] as const) {
      kiosk.stage.close();
      await open({
        session: { found: null, serial, entries: [{ ...water, meter: null, serial: '- kitchen' }] },
      });
      expect(kiosk.stage.text).to.contain('Meter’s number as typed').and.not.to.contain('proof');
      expect(textsOf('.proof')).to.deep.equal([shown]);
      expect(kiosk.stage.find('.entry').textContent)
        .to.contain('Cold water')
        .and.to.contain('kitchen')
        .and.not.to.contain('No.');
    }
  });

  it('does not save a second time what was saved already', async () => {
    await open({ session: { saved: { id, savedAt: '2026-11-28T06:59:00Z' }, delivery } });
    await press(kiosk.stage, 'Hand in');
    expect(kiosk.saved).to.deep.equal([]);
    expect(kiosk.turns[0]?.change.saved?.savedAt).to.equal('2026-11-28T06:59:00Z');
  });

  it('shows exactly what the slip holds, whatever was typed', async () => {
    const serial = fc.stringMatching(/^[A-Z0-9][A-Z0-9/-]{0,14}$/);
    const value = fc.stringMatching(/^\d{1,6}(,\d{1,3})?$/);
    const blind: fc.Arbitrary<KioskEntry> = fc
      .tuple(serial, fc.array(value, { minLength: 1, maxLength: 4 }))
      .map(([of, texts]) => ({ serial: of, service: null, meter: null, typed: texts, claims: noClaims }));
    const known: fc.Arbitrary<KioskEntry> = fc.tuple(value, value).map(([t1, t2]) => ({ ...current, typed: [t1, t2] }));
    await fc.assert(
      fc.asyncProperty(
        serial,
        serial,
        fc.array(fc.oneof(blind, known), { minLength: 1, maxLength: 5 }),
        fc.option(fc.constantFrom('+371 29123456', 'anna@example.lv')),
        async (account, proof, entries, contact) => {
          await open({ session: { account, serial: proof, entries, found: null, contact } });
          const shown = {
            account: textsOf('.account')[0],
            serial: textsOf('.proof')[0],
            period: textsOf('.month')[0],
            contact: shownFields(kiosk.stage)[0]?.value || null,
            readings: kiosk.stage.all('.entry').map((entry) => ({
              serial: entry
                .querySelector('.whole')
                ?.textContent?.trim()
                .replace(/^No\. /, ''),
              typed: [...entry.querySelectorAll('.value b')].map((one) => one.textContent),
            })),
          };
          await press(kiosk.stage, 'Hand in');
          // Without a way to be reached it is asked for once more.
          if (kiosk.saved.length === 0) await press(kiosk.stage, 'Hand in');
          const [slip] = kiosk.saved as [UnsavedSlip];
          kiosk.stage.close();
          expect({ ...shown, period: '2026-11', language: 'en' }).to.deep.equal({
            ...slip,
            readings: slip.readings.map((one) => ({ serial: one.serial, typed: one.typed })),
          });
          expect(shown.period).to.equal('November 2026');
          expect(slip.readings.map(({ service, claims }) => ({ service, claims }))).to.deep.equal(
            entries.map(({ service, claims }) => ({ service, claims })),
          );
        },
      ),
      { numRuns: 25 },
    );
    await open();
  });

  for (const [language, title] of [
    ['en', 'Is everything right?'],
    ['lv', 'Vai viss ir pareizi?'],
    ['ru', 'Всё правильно?'],
  ] as const satisfies readonly (readonly [Language, string])[]) {
    it(`speaks ${language}, which the slip says, too`, async () => {
      await open({ language });
      expect(kiosk.stage.find('h1').textContent).to.equal(title);
      expect(await kiosk.stage.complaints()).to.deep.equal([]);
      await press(kiosk.stage, { en: 'Hand in', lv: 'Nodot', ru: 'Передать' }[language]);
      expect(kiosk.saved.map((slip) => slip.language)).to.deep.equal([language]);
    });
  }
});
