import { expect } from 'chai';
import { html } from 'lit';
import type { Register } from '../../../shared/meter.ts';
import type { MeterFace } from '../../../web/elements/meter-face.ts';
import type { ReadingEntered, ReadingTyped } from '../../../web/elements/reading-typed.ts';
import { press, Stage, type } from '../support/mount.ts';
import '../../../web/elements/meter-face.ts';

const water: Register = { code: 'B', digits: 5, decimals: 3, initial: 0 };
const day: Register = { code: 'T1', digits: 6, decimals: 2, initial: 0 };
const whole: Register = { code: 'B', digits: 5, decimals: 0, initial: 0 };

describe('meter-face', () => {
  let stage: Stage;
  let typed: ReadingTyped[];

  async function open(
    register: Register = water,
    change: Partial<MeterFace> = {},
    language: 'en' | 'lv' | 'ru' = 'lv',
  ) {
    typed = [];
    stage = await Stage.open(
      html`<meter-face .register=${register} .previous=${252000} .previousPeriod=${'2026-10'} .usual=${3100}></meter-face>`,
      { language, areas: ['readings'] },
    );
    Object.assign(face(), change);
    face().addEventListener('reading-typed', (event) => typed.push(event));
    await stage.settled();
  }

  afterEach(() => stage.close());

  const face = () => stage.find<MeterFace>('meter-face');
  const field = () => stage.find<HTMLInputElement>('input');
  const digits = (selector = '.drum') =>
    stage
      .all(selector)
      .map((drum) => (drum.textContent ?? '').trim())
      .join('');

  async function enter(text: string): Promise<void> {
    type(field(), text);
    await stage.settled();
  }

  describe('refuses', () => {
    it('a letter: the text stays as it was typed, with what is wrong (V2)', async () => {
      await open();
      await enter('25a');
      expect(digits()).to.equal('');
      expect(field().value).to.equal('25a');
      expect(stage.text).to.contain('Lūdzu, tikai ciparus un vienu komatu.');
      expect(field().getAttribute('aria-invalid')).to.equal('true');
    });

    it('a digit too many: it never becomes a decimal (V2)', async () => {
      await open();
      await enter('123456');
      expect(field().value).to.equal('123456');
      expect(stage.text).to.contain('Šim skaitītājam pirms komata ir 5 cipari.');
    });

    it('more decimals than the face has: nothing is rounded (V2)', async () => {
      await open(day);
      await enter('9897,291');
      expect(stage.text).to.contain('aiz komata ir 2 cipari');
      expect(digits()).to.equal('');
    });

    it('a value below the previous one, in words, before anything is saved (M1)', async () => {
      await open();
      await enter('251');
      expect(stage.text).to.contain('mazāk nekā iepriekš');
    });

    it('what the screen says is wrong, at the field and for screen readers', async () => {
      await open(water, { problems: [{ code: 'value_empty', register: 'B' }] });
      expect(stage.find('#problem').textContent).to.contain('Ievadiet to, ko rāda skaitītājs.');
      expect(field().getAttribute('aria-describedby')).to.contain('problem');
      expect(await stage.complaints()).to.deep.equal([]);
    });
  });

  describe('shows what will be saved', () => {
    for (const [text, shown, bright] of [
      ['', '00000000', ''],
      ['255', '00255000', '255'],
      ['255,5', '00255500', '2555'],
      ['255.5', '00255500', '2555'],
      ['00255.500', '00255500', '00255500'],
      [',', '00000000', ''],
      [',5', '00000500', '5'],
      ['255,', '00255000', '255'],
      ['12345,678', '12345678', '12345678'],
    ] as const) {
      it(`"${text}" as ${shown}, what was typed standing out`, async () => {
        await open();
        await enter(text);
        expect(digits()).to.equal(shown);
        expect(digits('.drum.typed')).to.equal(bright);
      });
    }

    it('as many drums as the register has, the decimals red', async () => {
      await open(day);
      expect(stage.all('.drum')).to.have.length(8);
      expect(stage.all('.drum.decimal')).to.have.length(2);
    });

    it('no decimals where there are none', async () => {
      await open(whole);
      expect(stage.all('.drum')).to.have.length(5);
      expect(stage.all('.mark')).to.have.length(0);
    });

    it('leading zeros that fill the black drums lead on to the red ones', async () => {
      await open();
      await enter('00255500');
      expect(field().value).to.equal('00255,500');
      expect(digits()).to.equal('00255500');
    });

    it('a mark that was put there can be deleted again', async () => {
      await open();
      await enter('002555');
      field().value = '00255';
      field().dispatchEvent(new InputEvent('input', { inputType: 'deleteContentBackward', data: null }));
      await stage.settled();
      expect(field().value).to.equal('00255');
    });

    it('pasted text with spaces', async () => {
      await open();
      field().value = ' 0 255,500 ';
      field().dispatchEvent(new InputEvent('input', { inputType: 'insertFromPaste', data: null }));
      await stage.settled();
      expect(digits()).to.equal('00255500');
      expect(stage.text).to.contain('3,500 m³');
    });

    it('the previous reading below, the difference beside it, and the usual month', async () => {
      await open();
      await enter('255');
      expect(digits('.previous')).to.equal('00252,000');
      expect(stage.text).to.contain('Iepriekšējais, 2026. g. oktobris');
      const told = stage.all('#previous .visually-hidden').map(({ textContent }) => textContent);
      expect(told).to.deep.equal(['Iepriekšējais, 2026.\u00a0g. oktobris: 252,000 m³']);
      expect(stage.text).to.contain('Patēriņš 3,000 m³');
      expect(stage.text).to.contain('Parasti ap 3,1 m³ mēnesī');
    });

    it('the use multiplied by the transformer ratio', async () => {
      await open(day, { previous: 100_00, ratio: 20, unit: 'kWh' });
      await enter('101');
      expect(stage.text).to.contain('Patēriņš 20,00 kWh');
    });

    it('the use over zero where the register passed it, and none where nobody knows (M5)', async () => {
      await open(water, { value: 364, previous: 99_996_400, rollover: true });
      expect(stage.text).to.contain('Patēriņš 3,964 m³');
      face().rollover = false;
      await stage.settled();
      expect(stage.text).to.contain('Patēriņš –');
    });

    it('a saved value without a field, also to those who do not see the drums', async () => {
      await open(water, { value: 255_000, meter: 'CW-1' });
      expect(stage.find('[role="group"]').getAttribute('aria-label')).to.equal('CW-1');
      expect(stage.find('.counter .visually-hidden').textContent).to.equal('Rādījums: 255,000 m³');
      expect(stage.all('input')).to.have.length(0);
      expect(digits()).to.equal('00255000');
      expect(await stage.complaints()).to.deep.equal([]);
    });
  });

  describe('is an ordinary field', () => {
    it('with a name, a decimal keyboard and no suggestions, in every language', async () => {
      for (const language of ['en', 'lv', 'ru'] as const) {
        await open(day, { unit: 'kWh', meter: 'EL-1' }, language);
        expect(field().inputMode).to.equal('decimal');
        expect(field().autocomplete).to.equal('off');
        const named = `EL-1, ${stage.words.text('register-T1')}`;
        expect(stage.find('label .visually-hidden').textContent).to.contain(named).and.contain(stage.words.unit('kWh'));
        expect(stage.find('[role="group"]').getAttribute('aria-label')).to.equal(named);
        expect(await stage.complaints(), language).to.deep.equal([]);
        if (language !== 'ru') stage.close();
      }
    });

    it('that tells every keystroke', async () => {
      await open();
      await enter('25');
      expect(typed.map(({ register, text }) => [register, text])).to.deep.equal([
        ['B', '2'],
        ['B', '25'],
      ]);
    });

    it('whose Enter goes on', async () => {
      await open();
      const entered: ReadingEntered[] = [];
      face().addEventListener('reading-entered', (event) => entered.push(event));
      press(field(), 'Enter');
      expect(entered.map(({ register }) => register)).to.deep.equal(['B']);
    });

    it('whose caret is seen on the drums', async () => {
      await open();
      await enter('255,5');
      field().setSelectionRange(1, 1);
      document.dispatchEvent(new Event('selectionchange'));
      await stage.settled();
      expect(stage.find('.caret').dataset.drum).to.equal('3');
      field().setSelectionRange(5, 5);
      document.dispatchEvent(new Event('selectionchange'));
      await stage.settled();
      expect(stage.find('.caret').dataset.drum).to.equal('6');
      field().blur();
      await stage.settled();
      expect(stage.all('.caret, .caret-end')).to.have.length(0);
    });

    it('whose drums can be tapped', async () => {
      await open();
      await enter('255,5');
      const { left, width } = stage.find('[data-drum="2"]').getBoundingClientRect();
      field().setSelectionRange(5, 5);
      field().dispatchEvent(new MouseEvent('click', { clientX: left + width / 2, bubbles: true }));
      expect(field().selectionStart).to.equal(1);
    });
  });
});
