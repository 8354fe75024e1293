import { expect } from 'chai';
import { html } from 'lit';
import { paymentFields } from '../../../shared/payment-code.ts';
import { companyProfile, Stage } from '../support/mount.ts';
import '../../../web/elements/payment-fields.ts';

const asked = { account: '12345', amount: 123_456, billNumber: 'R-1', period: '2026-10' } as const;

describe('payment-fields', () => {
  let stage: Stage;
  let copied: string[];
  let refuse: boolean;
  const { clipboard } = navigator;
  beforeEach(() => {
    copied = [];
    refuse = false;
    const writeText = async (text: string) => {
      if (refuse) throw new DOMException('not now', 'NotAllowedError');
      copied.push(text);
    };
    Object.defineProperty(navigator, 'clipboard', { value: { writeText }, configurable: true });
  });
  afterEach(() => {
    Object.defineProperty(navigator, 'clipboard', { value: clipboard, configurable: true });
    stage.close();
  });

  async function show(company: 'ddzksu' | 'dgservic', language: 'en' | 'lv' | 'ru' = 'en'): Promise<void> {
    const fields = paymentFields(await companyProfile(company), asked);
    stage = await Stage.open(html`<payment-fields .fields=${fields} written="lv"></payment-fields>`, {
      language,
      areas: ['bills'],
    });
  }
  const copy = (name: string) => stage.find<HTMLButtonElement>(`[aria-label="${name}"]`).click();

  it('marks the value to be copied by hand where the browser gives no clipboard, and says so', async () => {
    await show('ddzksu');
    refuse = true;
    copy('Copy: IBAN');
    await stage.shows('IBAN is marked. Copy it by the keys or the menu of your device.');
    expect(getSelection()?.toString()).to.equal('LV80 BANK 0000 4351 9500 1');
    expect(copied).to.deep.equal([]);
  });

  it('copies what a bank’s form takes, not the spaces that help to compare', async () => {
    await show('ddzksu');
    copy('Copy: IBAN');
    await stage.shows('Copied: IBAN');
    copy('Copy: Amount');
    await stage.shows('Copied: Amount');
    copy('Copy: Details');
    await stage.shows('Copied: Details');
    expect(copied).to.deep.equal(['LV80BANK0000435195001', '1234.56', 'Rēķins R-1, klienta kods 12345, 10.2026']);
    expect(stage.find('[role="status"]').textContent?.trim()).to.equal('Copied: Details');
  });

  for (const [company, language, names] of [
    ['ddzksu', 'lv', ['Saņēmējs', 'IBAN', 'Summa', 'Maksājuma mērķis']],
    [
      'dgservic',
      'ru',
      'Получатель|ИНН|КПП|Расчётный счёт|Банк|БИК|Корр. счёт|Сумма|Назначение платежа|Ваш лицевой счёт|Месяц'.split(
        '|',
      ),
    ],
  ] as const) {
    it(`has every field of ${company}’s transfer, in the order of a bank’s form, and is clean for axe (${language})`, async () => {
      await show(company, language);
      expect(stage.all('dt').map((name) => name.textContent)).to.deep.equal(names);
      expect(stage.text).to.contain('1234,56');
      expect(await stage.complaints()).to.deep.equal([]);
    });
  }

  it('says in which language the company wrote what is read out', async () => {
    await show('ddzksu');
    expect(stage.all('dd[lang="lv"]').map(({ id }) => id)).to.deep.equal(['payee', 'purpose']);
  });
});
