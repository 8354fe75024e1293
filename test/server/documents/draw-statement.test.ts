import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { loadCompany } from '../../../server/companies.ts';
import { drawStatement, type PrintedStatement } from '../../../server/documents/draw-statement.ts';
import type { Company, Language } from '../../../shared/company.ts';
import { paymentCode } from '../../../shared/payment-code.ts';
import { billToPrint, linesToPrint } from '../../support/bills-to-print.ts';
import { onlyPage, type PrintedPage, type PrintedPdf, readPdf } from '../../support/printed-pdf.ts';

const dgservic = loadCompany('dgservic');
const ddzksu = loadCompany('ddzksu');
const semyonov = { number: '679-30', holder: 'Семёнов П.П.', address: 'г. Королёв, ул. Пионерская, д. 30, кв. 79' };
const anna = { number: '12345', holder: 'Anna Bērziņa-Ķēniņa', address: 'Daugavpils, Rīgas iela 22 – 14' };

const printed = async (
  statement: PrintedStatement,
  {
    account = semyonov,
    company = dgservic,
    language = 'ru',
  }: { account?: typeof semyonov; company?: Company; language?: Language } = {},
): Promise<PrintedPdf> => readPdf(await drawStatement(statement, account, company, language));

const latvian = { account: anna, company: ddzksu, language: 'lv' } as const;

async function codeOn(page: PrintedPage, encoding: 'utf-8' | 'windows-1251' = 'utf-8'): Promise<string> {
  const bytes = await page.readCode();
  assert.ok(bytes, 'there is a code on the page');
  return new TextDecoder(encoding, { fatal: true }).decode(bytes);
}

const holds = (page: PrintedPage, ...texts: string[]): void => {
  for (const text of texts) assert.ok(page.text.includes(text), `${text} in ${page.text}`);
};

describe('a drawn bill', () => {
  it('has no code and says so in words where nothing is to be paid', async () => {
    const [line] = linesToPrint(1, 'ru');
    assert.ok(line);
    const page = onlyPage(await printed(billToPrint([{ ...line, charged: 0, recalculated: -1_186 }])));
    assert.equal(await page.readCode(), null);
    assert.deepEqual(page.pictures, []);
    holds(page, 'По этой квитанции ничего платить не нужно. 11,86 ₽ в Вашу пользу.', '-11,86 ₽');
    const even = onlyPage(await printed(billToPrint([{ ...line, charged: 0 }])));
    holds(even, 'По этой квитанции ничего платить не нужно.', '0,00 ₽');
    assert.doesNotMatch(even.text, /пользу/);
  });

  it('has the particulars alone where they do not fit into a code', async () => {
    const { payment } = dgservic;
    assert.ok(payment.scheme === 'gost');
    const company: Company = { ...dgservic, payment: { ...payment, name: 'Ā'.repeat(160) } };
    const page = onlyPage(await printed(billToPrint(linesToPrint(3, 'ru')), { company }));
    assert.equal(await page.readCode(), null);
    holds(page, 'Реквизиты для оплаты.', '40702810600000012345', '816,24 ₽');
  });

  it('says in Russian whose it is, what it is for, what to pay, until when and how', async () => {
    const pdf = await printed(billToPrint(linesToPrint(3, 'ru')));
    assert.deepEqual([pdf.title, pdf.language], ['Квитанция 679/30-06, 679-30, Июнь 2017 г.', 'ru']);
    const page = onlyPage(pdf);
    assert.deepEqual(page.headings, ['Квитанция 679/30-06', 'За что начислено', 'Как оплатить']);
    assert.deepEqual(page.paragraphs.slice(0, 3), [
      'ДомЖилСервис',
      'Техническая поддержка 8 495 780 70 83',
      'Квитанция 679/30 Моск. области 3492',
    ]);
    const [facts, lines, payment] = page.tables;
    assert.deepEqual(facts, [
      ['TH Лицевой счёт', '679-30'],
      ['TH Плательщик', 'Семёнов П.П.'],
      ['TH Адрес', 'г. Королёв, ул. Пионерская, д. 30, кв. 79'],
      ['TH Месяц', 'Июнь 2017 г.'],
      ['TH Дата', '30.06.2017'],
      ['TH Оплатить до', '10.07.2017'],
    ]);
    assert.deepEqual(lines, [
      ['TH Услуга', 'TH Объём', 'TH Тариф', 'TH Расчёт', 'TH Начислено', 'TH Сумма'],
      ['TH ХВС', '3,125 м³', '43,68', 'по прибору', '262,08', '262,08'],
      ['TH ГВС (ХВС на ГВС)', '4,125 м³', '43,68', 'по среднему', '272,08', '272,08'],
      ['TH Водоотведение', '5,125 м³', '43,68', 'по нормативу', '282,08', '282,08'],
      ['TH Итого', '', '', '', '816,24', '816,24'],
    ]);
    assert.deepEqual(payment, [
      ['TH Получатель', 'ООО "ДомЖилСервис"'],
      ['TH ИНН получателя', '5000123450'],
      ['TH КПП', '500001001'],
      ['TH Расчётный счёт', '40702810600000012345'],
      ['TH Банк', 'ОБРАЗЕЦ БАНКА'],
      ['TH БИК', '044525999'],
      ['TH Корр. счёт', '30101810600000000999'],
      ['TH Сумма', '816,24 ₽'],
      ['TH Назначение', 'Оплата ЖКУ, л/с 679-30, квитанция 679/30-06, за 06.2017'],
      ['TH Лицевой счёт', '679-30'],
      ['TH Месяц', '06.2017'],
    ]);
  });

  it('says it in Latvian with all its letters, and in English', async () => {
    const statement = billToPrint(linesToPrint(6, 'lv'), { number: 'R-17', description: 'Āčēģīķļņšūž ĀČĒĢĪĶĻŅŠŪŽ' });
    const page = onlyPage(await printed(statement, latvian));
    holds(
      page,
      'Āčēģīķļņšūž ĀČĒĢĪĶĻŅŠŪŽ',
      'Anna Bērziņa-Ķēniņa',
      'Aukstais ūdens',
      'pēc skaitītāja',
      'Līdz'.toLowerCase(),
    );
    holds(page, 'LV80 BANK 0000 4351 9500 1', 'Rēķins R-17, klienta kods 12345, 06.2017', '1722,48 €');
    const english = onlyPage(await printed(statement, { ...latvian, language: 'en' }));
    holds(english, 'Bill R-17', 'To be paid by', '10 Jul 2017', '€1,722.48', 'by average', 'Subscriber department');
    // Whoever books it reads Latvian.
    holds(english, 'Rēķins R-17, klienta kods 12345, 06.2017');
  });

  it('has a column for corrections, benefits and penalties where a line has one', async () => {
    const [first, second, third] = linesToPrint(3, 'ru');
    assert.ok(first && second && third);
    const lines = [
      { ...first, recalculated: -1_500, volume: null, unit: null, tariff: null, method: null },
      { ...second, benefit: 500 },
      { ...third, penalty: 1_186 },
    ];
    const [, table] = onlyPage(await printed(billToPrint(lines))).tables;
    assert.deepEqual(table, [
      [
        'TH Услуга',
        'TH Объём',
        'TH Тариф',
        'TH Расчёт',
        'TH Начислено',
        'TH Перерасчёт',
        'TH Льгота',
        'TH Пеня',
        'TH Сумма',
      ],
      ['TH ХВС', '', '', '', '262,08', '-15,00', '', '', '247,08'],
      ['TH ГВС (ХВС на ГВС)', '4,125 м³', '43,68', 'по среднему', '272,08', '', '-5,00', '', '267,08'],
      ['TH Водоотведение', '5,125 м³', '43,68', 'по нормативу', '282,08', '', '', '11,86', '293,94'],
      ['TH Итого', '', '', '', '816,24', '-15,00', '-5,00', '11,86', '808,10'],
    ]);
  });

  it('carries the code of GOST R 56042-2014 as the standard writes it', async () => {
    const page = onlyPage(await printed(billToPrint(linesToPrint(3, 'ru'))));
    assert.equal(
      await codeOn(page),
      'ST00012|Name=ООО "ДомЖилСервис"|PersonalAcc=40702810600000012345|BankName=ОБРАЗЕЦ БАНКА|BIC=044525999' +
        '|CorrespAcc=30101810600000000999|Sum=81624|Purpose=Оплата ЖКУ, л/с 679-30, квитанция 679/30-06, за 06.2017' +
        '|PayeeINN=5000123450|KPP=500001001|PersAcc=679-30|PaymPeriod=062017|TechCode=02',
    );
    assert.deepEqual(page.pictures, ['Код для оплаты с реквизитами, которые напечатаны рядом']);
  });

  it('carries that of EPC069-12, whatever the language of the bill', async () => {
    const statement = billToPrint(linesToPrint(3, 'lv'), { number: 'R-17' });
    for (const language of ['lv', 'ru', 'en'] as const) {
      assert.equal(
        await codeOn(onlyPage(await printed(statement, { ...latvian, language }))),
        'BCD\n002\n1\nSCT\n\nSIA Daugavpils dzīvokļu un komunālās saimniecības uzņēmums\nLV80BANK0000435195001\n' +
          'EUR816.24\n\n\nRēķins R-17, klienta kods 12345, 06.2017',
      );
    }
  });

  it('carries a code in windows-1251 where Cyrillic is too long, and another separator where a value has it', async () => {
    const { payment } = dgservic;
    assert.ok(payment.scheme === 'gost');
    const company: Company = { ...dgservic, payment: { ...payment, name: 'Ж'.repeat(160) } };
    const statement = billToPrint(linesToPrint(3, 'ru'), { number: '7|1' });
    const page = onlyPage(await printed(statement, { company }));
    const { text, encoding } = paymentCode(company, {
      account: semyonov.number,
      amount: statement.total,
      billNumber: '7|1',
      period: '2017-06',
    });
    assert.ok(text.startsWith(`ST00011~Name=${'Ж'.repeat(160)}~`));
    assert.equal(await codeOn(page, encoding), text);
  });

  it('has twelve lines on one page, and forty on two: the heads again for the eyes, the rows once', async () => {
    assert.equal((await printed(billToPrint(linesToPrint(12, 'ru')))).pages.length, 1);
    const { pages } = await printed(billToPrint(linesToPrint(40, 'ru')));
    assert.equal(pages.length, 2);
    for (const [at, page] of pages.entries()) holds(page, 'Начислено', `Страница ${at + 1} из 2`);
    const rows = pages.flatMap(({ tables }) => tables.flat()).filter((cells) => cells.length === 6);
    assert.equal(rows.length, 1 + 40 + 1);
    assert.equal(rows.filter(([head]) => head === 'TH Услуга').length, 1);
  });

  it('keeps a name that has no place to break within its column', async () => {
    const [line] = linesToPrint(1, 'ru');
    assert.ok(line);
    const service = 'Ы'.repeat(120);
    const page = onlyPage(await printed(billToPrint([{ ...line, service }])));
    assert.equal(page.tables[1]?.[1]?.[0]?.replaceAll(' ', ''), `TH${service}`);
  });

  it('is the same file each time', async () => {
    const draw = () => drawStatement(billToPrint(linesToPrint(3, 'ru')), semyonov, dgservic, 'ru');
    assert.deepEqual(await draw(), await draw());
  });
});
