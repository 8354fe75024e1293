import { expect } from 'chai';
import { html, type TemplateResult } from 'lit';
import type { Language } from '../../../shared/company.ts';
import type { ExplanationChosen } from '../../../web/elements/problem-note.ts';
import { officeAreas } from '../../../web/office/office-words.ts';
import { coldWater, electricity } from '../support/flat.ts';
import { Stage } from '../support/mount.ts';
import { everyProblem } from '../support/problems.ts';
import '../../../web/elements/reading-row.ts';
import { worthNoting } from '../../../web/elements/problem-note.ts';

describe('problem-note', () => {
  let stage: Stage;
  const open = (template: TemplateResult, options: { language?: Language } = {}) =>
    Stage.open(template, { ...options, areas: ['support', 'kiosk', ...officeAreas] });
  afterEach(() => stage.close());

  for (const language of ['en', 'lv', 'ru'] as const) {
    it(`says every problem in words (${language})`, async () => {
      const unsaid: unknown[] = [];
      const { reportError: report } = globalThis;
      globalThis.reportError = (error) => unsaid.push(error);
      stage = await open(
        html`${Object.values(everyProblem).map((problem) => html`<problem-note .problem=${problem} .meter=${coldWater}></problem-note>`)}`,
        { language },
      );
      globalThis.reportError = report;
      expect(unsaid).to.deep.equal([]);
      for (const note of stage.all('problem-note')) {
        const said = note.shadowRoot?.querySelector('p')?.textContent?.trim() ?? '';
        expect(said.length).to.be.greaterThan(10);
        expect(said).not.to.match(/[{}]|problem-|undefined|NaN/);
      }
      expect(await stage.complaints()).to.deep.equal([]);
    });
  }

  it('names the value before, in the meter’s unit, and asks what happened (M4)', async () => {
    stage = await open(
      html`<problem-note .problem=${everyProblem.below_previous} .meter=${coldWater}></problem-note>`,
      { language: 'lv' },
    );
    expect(stage.text).to.contain('Mazāk nekā par 2026. gada oktobri: 252,000 m³.');
    expect(stage.all('button').map((button) => button.textContent?.replace(/\s+/g, ' ').trim())).to.deep.equal([
      'Skaitītājs sāka no nulles – saglabāt',
      'Sajaucu Rādījums un T2 · nakts – apmainīt vietām',
      'Komats nebija vietā – mainīt uz 255,000 m³',
      'Ievadīju patēriņu – mainīt uz 256,000 m³',
      'Skaitītājs ir nomainīts – saglabāt',
    ]);
  });

  it('guesses nothing: each explanation is an act of the resident (M4)', async () => {
    stage = await open(html`<problem-note .problem=${everyProblem.below_previous} .meter=${coldWater}></problem-note>`);
    const chosen: ExplanationChosen[] = [];
    stage.host.addEventListener('explanation-chosen', (event) => chosen.push(event));
    for (const button of stage.all('button')) button.click();
    expect(chosen.map(({ explanation }) => explanation)).to.deep.equal(everyProblem.below_previous.explanations);
    expect(chosen[0]?.problem).to.equal(everyProblem.below_previous);
  });

  for (const [language, far, use, next] of [
    ['en', 'far from the highest that the meter can show', 'more than is possible in that time', 'does not show that'],
    ['lv', 'līdz skaitītāja lielākajam rādījumam vēl tālu', 'vairāk, nekā šajā laikā iespējams', 'neliecina, ka'],
    ['ru', 'до наибольшего показания счётчика ещё далеко', 'больше, чем возможно за это время', 'не видно, что'],
  ] as const) {
    it(`says why a pass through zero is unlikely, and nothing else (M5, ${language})`, async () => {
      const said = [far, use, next];
      const causes = ['far', 'use', 'next'] as const;
      stage = await open(
        html`${causes.map((cause) => html`<problem-note .problem=${{ ...everyProblem.rollover_unlikely, cause }} .meter=${coldWater}></problem-note>`)}`,
        { language },
      );
      const notes = stage.all('problem-note').map((note) => note.shadowRoot?.textContent ?? '');
      expect(notes.map((note) => said.filter((one) => note.includes(one)))).to.deep.equal(said.map((one) => [one]));
      expect(notes[1])
        .to.match(/748[.,]000.[mм]³/)
        .and.not.match(/252[.,]000/);
    });
  }

  describe('among those of one reading', () => {
    const { unusual_high: unusual, impossible_use: impossible } = everyProblem;

    it('an unusual use is not said where it is not even possible (U1, U2)', () => {
      const others = [everyProblem.time_uncertain, impossible];
      expect(worthNoting([unusual, ...others])).to.deep.equal(others);
    });

    it('it is said of another register, and where it is possible', () => {
      const night = { ...unusual, register: 'T2' } as const;
      expect(worthNoting([night, impossible])).to.deep.equal([night, impossible]);
      expect(worthNoting([unusual])).to.deep.equal([unusual]);
    });

    it('a row of a history says the one note', async () => {
      stage = await open(html`<reading-row .meter=${coldWater} .problems=${[unusual, impossible]}></reading-row>`);
      expect(stage.all('problem-note')).to.have.length(1);
      expect(stage.text).to.contain('more than can flow').and.not.contain('far more than usual');
    });
  });

  it('says which register of several is meant', async () => {
    const problem = { ...everyProblem.above_next, register: 'T2' } as const;
    stage = await open(html`<problem-note .problem=${problem} .meter=${electricity}></problem-note>`);
    expect(stage.text).to.match(/^T2 · night Higher than/);
  });

  it('offers nothing where nothing can be chosen any more', async () => {
    stage = await open(
      html`<problem-note told .problem=${everyProblem.below_previous} .meter=${coldWater}></problem-note>`,
    );
    expect(stage.all('button')).to.have.length(0);
  });
});
