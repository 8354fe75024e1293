import { expect } from 'chai';
import { html } from 'lit';
import type { WindowBanner } from '../../../web/elements/window-banner.ts';
import { offeredWindow, windowByClock } from '../../../web/readings/offered-window.ts';
import { at, company, inWindow } from '../support/household.ts';
import { Stage } from '../support/mount.ts';
import '../../../web/elements/window-banner.ts';

const rule = company.windows[0] as (typeof company.windows)[number];

describe('window-banner', () => {
  let stage: Stage;
  afterEach(() => stage.close());

  const open = (now: number, done = 'no', language: 'en' | 'lv' | 'ru' = 'en') =>
    Stage.open(html`<window-banner .window=${windowByClock(rule, now)} .now=${now} done=${done}></window-banner>`, {
      language,
    });

  it('says when it opens, while it is closed', async () => {
    stage = await open(at('2026-11-21T12:00'), 'no', 'lv');
    expect(stage.text).to.contain('Atvērsies 27. novembrī');
    expect(stage.text).to.contain('no 27. novembra līdz 30. novembrim');
  });

  for (const [now, said] of [
    ['2026-11-27T00:00', '3 days left'],
    ['2026-11-28T23:59', '2 days left'],
    ['2026-11-29T12:00', 'One more day after today'],
    ['2026-11-30T23:59', 'Today is the last day'],
  ] as const) {
    it(`counts the days by the company's calendar: ${now} is "${said}"`, async () => {
      stage = await open(at(now));
      expect(stage.text).to.contain('Open until 30 November');
      expect(stage.text).to.contain(said);
    });
  }

  it('counts in Latvian and Russian as these languages do', async () => {
    stage = await open(at('2026-12-28T12:00'), 'no', 'ru');
    expect(stage.text).to.contain('Осталось 3 дня');
    stage.close();
    stage = await open(at('2026-10-30T12:00'), 'no', 'lv');
    expect(stage.text).to.contain('Pēc šodienas vēl viena diena');
  });

  it('W9: says why it is not open on the usual days, before and while it is open', async () => {
    const reason = 'Open longer because of the holidays';
    const exception = { period: '2026-11', building: null, service: null, opensOn: '2026-11-27', reason } as const;
    const held = { ...rule, exceptions: [{ ...exception, closesOn: '2026-12-05' as const }] };
    for (const [now, said] of [
      ['2026-11-26T12:00', 'Opens on 27 November'],
      ['2026-12-03T12:00', 'Open until 5 December'],
    ] as const) {
      stage = await Stage.open(
        html`<window-banner .window=${windowByClock(held, at(now))} .now=${at(now)}></window-banner>`,
      );
      expect(stage.text).to.contain(said).and.to.contain(reason);
      expect(await stage.complaints()).to.deep.equal([]);
      stage.close();
    }
    stage = await Stage.open(
      html`<window-banner .window=${windowByClock(held, at('2026-12-03T12:00'))} .now=${at('2026-12-03T12:00')} locked></window-banner>`,
    );
    expect(stage.text).not.to.contain(reason);
  });

  for (const [language, said] of [
    [
      'en',
      "By this phone's clock the window closed on 30 November. If the date on the phone is wrong, hand the reading in all the same; the office will look at it.",
    ],
    [
      'lv',
      'Pēc šī tālruņa pulksteņa rādījumu nodošana beidzās 30. novembrī. Ja datums tālrunī ir nepareizs, tik un tā nododiet rādījumu; birojs to pārbaudīs.',
    ],
    [
      'ru',
      'По часам этого телефона приём закончился 30 ноября. Если дата на телефоне неверна, всё равно передайте показания; офис их проверит.',
    ],
  ] as const) {
    it(`says in ${language} that the clock may be wrong, and counts no days`, async () => {
      const now = inWindow + 400 * 86_400_000;
      const window = offeredWindow(rule, { serverTime: inWindow }, now);
      stage = await Stage.open(html`<window-banner .window=${window} .now=${now}></window-banner>`, { language });
      expect(stage.text.replace(/\u00a0/gu, ' ')).to.contain(said);
      expect(stage.all('.left')).to.have.length(0);
      expect(await stage.complaints()).to.deep.equal([]);
      stage.find<WindowBanner>('window-banner').done = 'saved';
      await stage.settled();
      expect(stage.text.replace(/\u00a0/gu, ' ')).not.to.contain(said);
    });
  }

  it('does not say "handed in" of readings that are only saved here', async () => {
    stage = await open(inWindow, 'saved');
    expect(stage.text).to.contain('All meters are read');
    expect(stage.text).not.to.contain('Everything is handed in');
    stage.close();
    stage = await open(inWindow, 'received');
    expect(stage.text).to.contain('Everything is handed in');
    expect(await stage.complaints()).to.deep.equal([]);
  });
});
