import { expect } from 'chai';
import { html, type TemplateResult } from 'lit';
import { type KioskStage, type KioskStageOptions, openKiosk } from '../support/kiosk-stage.ts';
import { until } from '../support/mount.ts';
import '../../../web/elements/meter-face.ts';
import '../../../web/kiosk/elements/kiosk-keys.ts';

describe('kiosk-keys', () => {
  let kiosk: KioskStage;
  const label = html`<label for="field">Field</label>`;

  async function open(template: TemplateResult, options: KioskStageOptions = {}): Promise<void> {
    kiosk = await openKiosk(() => template, options);
  }
  const withField = (layout: string) => html`${label}<input id="field" /><kiosk-keys layout=${layout}></kiosk-keys>`;

  afterEach(() => kiosk.stage.close());

  const field = () => kiosk.stage.find<HTMLInputElement>('input, textarea');
  const faces = () => kiosk.stage.all('button').map(nameOf);
  /** Without what stands on it, where that is said before it. */
  const nameOf = (one: HTMLElement) =>
    (one.getAttribute('aria-label') ?? one.textContent ?? '').trim().replace(/^.+, (?=.)/u, '');
  const key = (name: string): HTMLElement => {
    const found = kiosk.stage.all('button').find((one) => nameOf(one) === name);
    if (!found) throw new Error(`no key is called ${name}`);
    return found;
  };
  const down = (name: string) =>
    key(name).dispatchEvent(new PointerEvent('pointerdown', { bubbles: true, composed: true, cancelable: true }));
  const up = (name: string) => {
    key(name).dispatchEvent(new PointerEvent('pointerup', { bubbles: true, composed: true }));
    key(name).dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true, detail: 1 }));
  };
  async function tap(...names: string[]): Promise<void> {
    for (const name of names) {
      down(name);
      up(name);
      await kiosk.stage.settled();
    }
  }

  describe('refuses', () => {
    it('what the field does not take: one sign too many, and whatever where it is only read', async () => {
      await open(html`${label}<input id="field" maxlength="3" value="12" /><kiosk-keys></kiosk-keys>`);
      field().focus();
      field().setSelectionRange(2, 2);
      await tap('3', '4');
      expect(field().value).to.equal('123');
      field().readOnly = true;
      await tap('Delete the last one', 'Clear');
      expect(field().value).to.equal('123');
    });

    it('what the owner of the field prevents', async () => {
      await open(withField('digits'));
      field().addEventListener('beforeinput', (event) => event.preventDefault());
      await tap('1');
      expect(field().value).to.equal('');
    });

    it('to delete where nothing is', async () => {
      await open(withField('digits'));
      let inputs = 0;
      field().addEventListener('input', () => inputs++);
      await tap('Delete the last one', 'Clear');
      expect(inputs).to.equal(0);
    });

    it('to take the focus, and to stand in the order of focus', async () => {
      await open(withField('digits'));
      field().focus();
      const mouse = new MouseEvent('mousedown', { bubbles: true, composed: true, cancelable: true });
      key('5').dispatchEvent(mouse);
      expect(mouse.defaultPrevented).to.equal(true);
      expect(down('5')).to.equal(false);
      up('5');
      expect(document.activeElement === field()).to.equal(true);
      expect(kiosk.stage.all<HTMLButtonElement>('button').every(({ tabIndex }) => tabIndex === -1)).to.equal(true);
    });

    it('letters for a number that has none (account)', async () => {
      await open(withField('account'));
      expect(faces()).to.deep.equal([...'123', 'Delete the last one', ...'456789', 'Clear', '0']);
    });
  });

  it('types digits and the language’s mark where the caret is, once for each press', async () => {
    await open(withField('digits'), { language: 'lv' });
    const events: string[] = [];
    field().addEventListener('input', (event) => {
      const { inputType, data } = event as InputEvent;
      events.push(`${inputType} ${data}`);
    });
    await tap('1', 'Komats', '5');
    field().setSelectionRange(1, 1);
    await tap('2');
    expect(field().value).to.equal('12,5');
    expect(events).to.deep.equal(['insertText 1', 'insertText ,', 'insertText 5', 'insertText 2']);
  });

  it('types by the click alone of a screen reader, and into the field that had the focus before', async () => {
    await open(withField('digits'));
    field().focus();
    field().blur();
    for (const name of ['7', '8']) key(name).click();
    expect(field().value).to.equal('78');
    expect(document.activeElement === field()).to.equal(true);
  });

  it('types into a field that is in sight, where the one that had the focus before is not any more', async () => {
    await open(html`${label}<input id="field" /><label>Next<input class="next" /></label><kiosk-keys></kiosk-keys>`);
    field().focus();
    field().blur();
    field().hidden = true;
    await tap('7');
    expect([field().value, kiosk.stage.find<HTMLInputElement>('.next').value]).to.deep.equal(['', '7']);
  });

  it('replaces and deletes what is selected, a whole sign at a time, or everything', async () => {
    await open(withField('digits'));
    field().value = 'a12😀';
    field().focus();
    field().setSelectionRange(1, 3);
    await tap('9');
    expect(field().value).to.equal('a9😀');
    field().setSelectionRange(4, 4);
    await tap('Delete the last one');
    expect(field().value).to.equal('a9');
    await tap('Clear');
    expect(field().value).to.equal('');
  });

  it('goes on deleting as long as it is held, and stops when it is let go', async () => {
    await open(withField('digits'));
    field().value = '12345678';
    field().focus();
    field().setSelectionRange(8, 8);
    down('Delete the last one');
    expect(field().value).to.equal('1234567');
    await until(() => field().value.length < 6);
    up('Delete the last one');
    const left = field().value;
    await tap('1');
    expect(field().value).to.equal(`${left}1`);
  });

  it('types into an e-mail field, which has no caret to tell', async () => {
    await open(html`${label}<input id="field" type="email" /><kiosk-keys layout="text"></kiosk-keys>`);
    field().focus();
    await tap('a', 'At sign', 'b', 'b', 'Delete the last one', 'Point', 'Space');
    expect(field().value.trim()).to.equal('a@b.');
  });

  it('types on the drums of a meter as a keyboard does', async () => {
    const register = { code: 'B', digits: 5, decimals: 3, initial: 0 } as const;
    await open(html`<meter-face .register=${register}></meter-face><kiosk-keys></kiosk-keys>`, { language: 'ru' });
    await tap(...'00255500');
    expect(field().value).to.equal('00255,500');
    await tap('Стереть последнее');
    expect(field().value).to.equal('00255,50');
  });

  it('types capitals once, or until the key is pressed a third time', async () => {
    await open(withField('text'));
    await tap('Capital letters', 'A', 'b', 'Capital letters', 'Capital letters');
    expect(key('Capital letters').getAttribute('aria-pressed')).to.equal('true');
    await tap('C', 'D', '1', 'E', 'Capital letters', 'f');
    expect(field().value).to.equal('AbCD1Ef');
  });

  it('has the letters of the company’s languages, and every sign of a password', async () => {
    await open(withField('text'));
    const all = new Set(faces());
    await tap('Latvian letters');
    expect(faces()).to.include('ž').and.to.include('q');
    await tap('ā', 'Cyrillic letters', 'ё', 'ъ', 'Latin letters', 'z', 'Signs', '!', '\\', '€');
    expect(field().value).to.equal('āёъz!\\€');
    for (const name of faces()) all.add(name);
    const named: Record<string, string> = {
      ',': 'Comma',
      '.': 'Point',
      '-': 'Hyphen',
      '/': 'Slash',
      _: 'Underscore',
      '@': 'At sign',
    };
    for (let code = 0x21; code < 0x7f; code++) {
      const sign = String.fromCharCode(code).toLowerCase();
      expect([...all], sign).to.include(named[sign] ?? sign);
    }
  });

  it('has no letters that the company does not speak', async () => {
    await open(withField('text'), { company: 'dgservic' });
    expect(faces()).to.include('Cyrillic letters').and.not.to.include('Latvian letters');
  });

  it('has the signs and letters of account numbers that have them, in capitals', async () => {
    await open(withField('account'), { company: 'dgservic', language: 'ru' });
    await tap('6', 'Дефис', '7', 'Косая черта', 'Буквы', 'Й', 'Цифры', '0');
    expect(field().value).to.equal('6-7/Й0');
  });

  it('has them for what stands on meters, whatever the company’s numbers are', async () => {
    await open(withField('serial'));
    await tap('1', 'Hyphen', 'Letters', 'Q');
    expect(field().value).to.equal('1-Q');
  });

  for (const [layout, page] of [
    ['digits', null],
    ['account', null],
    ['serial', 'Letters'],
    ['text', 'Cyrillic letters'],
    ['text', 'Signs'],
  ] as const) {
    it(`can be used by everybody: ${layout}, ${page ?? 'as it opens'}`, async () => {
      await open(withField(layout));
      if (page) await tap(page);
      expect(await kiosk.stage.complaints()).to.deep.equal([]);
      for (const one of kiosk.stage.all('button')) {
        expect(one.getBoundingClientRect().height, nameOf(one)).to.be.at.least(72);
        expect(one.scrollWidth, nameOf(one)).to.be.at.most(one.clientWidth);
      }
    });
  }
});
