import { expect } from 'chai';
import { html } from 'lit';
import type { Language } from '../../../shared/company.ts';
import { noClaims } from '../../../shared/reading.ts';
import { enter, focused, press, shownFields } from '../support/kiosk-readings.ts';
import { type KioskStage, type KioskStageOptions, openKiosk } from '../support/kiosk-stage.ts';
import { press as pressKey } from '../support/mount.ts';
import '../../../web/kiosk/screens/readings.ts';

describe('typing readings without a network', () => {
  let kiosk: KioskStage;
  afterEach(() => kiosk.stage.close());

  async function open({ session, ...options }: KioskStageOptions = {}): Promise<void> {
    kiosk = await openKiosk((all) => html`<kiosk-readings .session=${all}></kiosk-readings>`, {
      online: false,
      session: { account: '12345', serial: '21883-12', ...session },
      ...options,
    });
  }
  const heading = () => kiosk.stage.find('h1').textContent?.trim();
  const wrong = () =>
    shownFields(kiosk.stage).map(
      (field) => field.parentElement?.querySelector('.error')?.textContent?.trim() ?? 'no place to say it',
    );
  const typedOf = () => kiosk.turns[0]?.change.entries?.map(({ serial, typed }) => [serial, ...typed]);

  describe('refuses', () => {
    it('nothing, letters, and more digits than any meter has, each beside its field (V2)', async () => {
      await open();
      for (const [text, said] of [
        ['', 'Type what the meter shows.'],
        ['12a', 'Only digits and one comma, please.'],
        ['1,2,3', 'Only digits and one comma, please.'],
        ['1\u20602', 'Only digits and one comma, please.'],
        ['1\u00002', 'Only digits and one comma, please.'],
        ['1234567890', 'No meter shows so many digits.'],
        ['1,1234567', 'No meter shows so many digits.'],
      ] as const) {
        await enter(kiosk.stage, text);
        await press(kiosk.stage, 'Next');
        expect(wrong()).to.deep.equal([said]);
        expect(focused()).to.equal(shownFields(kiosk.stage)[0]);
        expect(await kiosk.stage.complaints()).to.deep.equal([]);
      }
      expect(kiosk.turns).to.deep.equal([]);
    });

    it('another meter without its number, and one that is typed already', async () => {
      await open();
      await enter(kiosk.stage, '261');
      await press(kiosk.stage, 'Another meter');
      await enter(kiosk.stage, '150', 1);
      await press(kiosk.stage, 'Next');
      expect(wrong()).to.deep.equal(['Please type the serial number of the meter.', '']);
      await enter(kiosk.stage, ' 21883-12 ');
      await press(kiosk.stage, 'Next');
      expect(wrong()).to.deep.equal(['This meter is typed already.', '']);
      expect(kiosk.turns).to.deep.equal([]);
    });

    it('everything while the company’s window is closed: it says when it opens (W1)', async () => {
      await open({ now: '2026-11-20T07:00:00Z' });
      expect(shownFields(kiosk.stage)).to.have.length(0);
      expect(kiosk.stage.text).to.contain('Readings for November 2026 are taken from 27 November to 30 November.');
      expect(await kiosk.stage.complaints()).to.deep.equal([]);
      await press(kiosk.stage, 'Finish');
      expect(kiosk.finished()).to.equal(1);
    });
  });

  it('takes the meter of the proof, and as many others as somebody names', async () => {
    await open();
    expect(heading()).to.equal('Meter No. 21883-12');
    await enter(kiosk.stage, ' 261,5 ');
    await press(kiosk.stage, 'Another meter');
    expect(heading()).to.equal('Meter 2');
    await enter(kiosk.stage, '59537062');
    await enter(kiosk.stage, '150', 1);
    await press(kiosk.stage, 'Next');
    expect(kiosk.turns.map(({ to, change }) => [to, change.period])).to.deep.equal([['summary', '2026-11']]);
    expect(typedOf()).to.deep.equal([
      ['21883-12', '261,5'],
      ['59537062', '150'],
    ]);
    expect(kiosk.turns[0]?.change.entries?.every((entry) => entry.meter === null && entry.service === null)).to.equal(
      true,
    );
  });

  it('asks of meters without a number which they are and where they hang, and needs to know which', async () => {
    await open({ session: { serial: '-' } });
    expect(heading()).to.equal('Meter 1');
    await enter(kiosk.stage, '261', 1);
    await press(kiosk.stage, 'Next');
    expect(kiosk.stage.text).to.contain('Please press which meter it is.');
    expect(focused()?.textContent).to.equal('Cold water');
    expect(await kiosk.stage.complaints()).to.deep.equal([]);
    await press(kiosk.stage, 'Hot water');
    expect(kiosk.stage.text).not.to.contain('Please press which meter it is.');
    expect(kiosk.stage.button('Hot water').getAttribute('aria-pressed')).to.equal('true');
    expect(focused()).to.equal(shownFields(kiosk.stage)[0]);
    await kiosk.stage.settled();
    expect(kiosk.stage.find('kiosk-keys').getAttribute('layout')).to.equal('text');
    await enter(kiosk.stage, ' kitchen, 2nd ');
    await press(kiosk.stage, 'Another meter');
    kiosk.stage.all('typed-meter')[1]?.shadowRoot?.querySelectorAll('button')[3]?.click();
    await enter(kiosk.stage, '150', 1);
    await press(kiosk.stage, 'Next');
    expect(typedOf()).to.deep.equal([
      ['- kitchen, 2nd', '261'],
      ['-', '150'],
    ]);
    expect(kiosk.turns[0]?.change.entries?.map(({ service }) => service)).to.deep.equal(['hot-water', 'liquefied-gas']);
  });

  it('takes no sign in the place of a number for one, and lets it be named otherwise, or by a number after all', async () => {
    await open();
    await enter(kiosk.stage, '261');
    await press(kiosk.stage, 'Another meter');
    for (const typed of ['-', '12', '99999']) {
      await enter(kiosk.stage, typed);
      await press(kiosk.stage, 'Next');
      expect(wrong()[0]).to.contain('One cannot tell a meter by this.');
    }
    await press(kiosk.stage, 'This meter has no number');
    expect(kiosk.stage.text).to.contain('Which meter is it?');
    await press(kiosk.stage, 'This meter has a number');
    await enter(kiosk.stage, '59537062');
    await enter(kiosk.stage, '150', 1);
    await press(kiosk.stage, 'Next');
    expect(typedOf()).to.deep.equal([
      ['21883-12', '261'],
      ['59537062', '150'],
    ]);
  });

  it('shows again how a meter without a number was named', async () => {
    const entry = { service: 'gas', meter: null, claims: noClaims } as const;
    await open({ session: { serial: '12', entries: [{ ...entry, serial: '- kitchen', typed: ['7'] }] } });
    expect(shownFields(kiosk.stage).map(({ value }) => value)).to.deep.equal(['kitchen', '7']);
    expect(kiosk.stage.button('Gas').getAttribute('aria-pressed')).to.equal('true');
    await press(kiosk.stage, 'Next');
    expect(kiosk.turns[0]?.change.entries).to.deep.equal([{ ...entry, serial: '- kitchen', typed: ['7'] }]);
  });

  it('takes day and night, and up to four numbers of a meter', async () => {
    await open();
    await enter(kiosk.stage, '9959');
    await press(kiosk.stage, 'It shows day and night');
    expect(kiosk.stage.text).to.contain('T1 · day').and.to.contain('T2 · night');
    await enter(kiosk.stage, '3090', 1);
    await press(kiosk.stage, 'It shows one number more');
    await press(kiosk.stage, 'It shows one number more');
    expect(shownFields(kiosk.stage)).to.have.length(4);
    expect(kiosk.stage.all('button').some((one) => one.textContent?.includes('one number more'))).to.equal(false);
    await press(kiosk.stage, 'It shows one number fewer');
    await press(kiosk.stage, 'It shows one number fewer');
    await press(kiosk.stage, 'Next');
    expect(typedOf()).to.deep.equal([['21883-12', '9959', '3090']]);
  });

  it('keeps what was typed while somebody goes back and forth, and leaves out what is not meant', async () => {
    await open();
    await enter(kiosk.stage, '261');
    await press(kiosk.stage, 'Another meter');
    await enter(kiosk.stage, '59537062');
    await press(kiosk.stage, 'Back');
    expect(shownFields(kiosk.stage)[0]?.value).to.equal('261');
    await press(kiosk.stage, 'Next');
    expect(shownFields(kiosk.stage)[0]?.value).to.equal('59537062');
    await press(kiosk.stage, 'Leave it out');
    await press(kiosk.stage, 'Next');
    expect(typedOf()).to.deep.equal([['21883-12', '261']]);
  });

  it('adds a meter only by the press that asks for one: not by a later one, after a mistake or a way back', async () => {
    const enterKey = () => pressKey(shownFields(kiosk.stage).at(-1) as HTMLInputElement, 'Enter');
    await open();
    await enter(kiosk.stage, '12a');
    await press(kiosk.stage, 'Another meter');
    expect(heading()).to.equal('Meter No. 21883-12');
    await enter(kiosk.stage, '261');
    enterKey();
    await kiosk.stage.settled();
    expect(kiosk.turns.map(({ to }) => to)).to.deep.equal(['summary']);
    await press(kiosk.stage, 'Another meter');
    await press(kiosk.stage, 'Another meter');
    await press(kiosk.stage, 'Back');
    enterKey();
    await kiosk.stage.settled();
    expect(kiosk.turns.map(({ to }) => to)).to.deep.equal(['summary', 'summary']);
  });

  it('shows again what was typed when somebody comes back from the summary', async () => {
    const entry = { service: null, meter: null, claims: noClaims };
    await open({
      session: {
        entries: [
          { ...entry, serial: '21883-12', typed: ['9959', '3090'] },
          { ...entry, serial: '59537062', typed: ['150'] },
        ],
      },
    });
    expect(shownFields(kiosk.stage).map(({ value }) => value)).to.deep.equal(['9959', '3090']);
    await press(kiosk.stage, 'Next');
    expect(shownFields(kiosk.stage).map(({ value }) => value)).to.deep.equal(['59537062', '150']);
    await press(kiosk.stage, 'Next');
    expect(typedOf()).to.deep.equal([
      ['21883-12', '9959', '3090'],
      ['59537062', '150'],
    ]);
  });

  it('forgets what was typed when somebody goes back to name another account', async () => {
    await open({
      session: { entries: [{ serial: '21883-12', service: null, meter: null, typed: ['1'], claims: noClaims }] },
    });
    await press(kiosk.stage, 'Back');
    expect(kiosk.turns).to.deep.equal([
      { to: 'identify', change: { entries: [], period: null, found: null, contact: null } },
    ]);
  });

  it('takes them in the days of grace, and says that the office will look at them (W9)', async () => {
    await open({ now: '2026-12-02T07:00:00Z' });
    expect(kiosk.stage.text).to.contain('It is not certain that readings for November 2026 are still taken.');
    await enter(kiosk.stage, '261');
    await press(kiosk.stage, 'Next');
    expect(kiosk.turns[0]?.change.period).to.equal('2026-11');
  });

  it('asks for no keyboard of the system, and has letters on its keys for a number of a meter', async () => {
    await open();
    const layout = () => kiosk.stage.find('kiosk-keys').getAttribute('layout');
    shownFields(kiosk.stage)[0]?.focus();
    await kiosk.stage.settled();
    expect([shownFields(kiosk.stage)[0]?.inputMode, layout()]).to.deep.equal(['none', 'digits']);
    await enter(kiosk.stage, '261');
    await press(kiosk.stage, 'Another meter');
    await kiosk.stage.settled();
    expect(layout()).to.equal('serial');
  });

  for (const [language, said] of [
    ['en', 'Meter No. 21883-12'],
    ['lv', 'Skaitītājs Nr. 21883-12'],
    ['ru', 'Прибор № 21883-12'],
  ] as const satisfies readonly (readonly [Language, string])[]) {
    it(`speaks ${language}`, async () => {
      await open({ language });
      expect(heading()).to.equal(said);
      expect(await kiosk.stage.complaints()).to.deep.equal([]);
    });
  }
});
