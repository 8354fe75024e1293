import { encodeQR } from 'qr';
import type { Company } from '../../shared/company.ts';
import { type AskedPayment, type PaymentField, paymentCode, paymentFields } from '../../shared/payment-code.ts';
import { quietZone, runsOf } from '../../shared/qr-modules.ts';
import type { Say } from '../words.ts';
import type { PrintedStatement } from './draw-statement.ts';
import type { Figures } from './figures.ts';
import { mm, type Paper, quiet } from './paper.ts';
import { drawFacts, margin, type PrintedAccount } from './parts.ts';

/** Half a millimetre and more for each module of the largest code there is for a payment, version 13 with its quiet zone. */
const codeSize = 44 * mm;

interface DrawnPayment {
  statement: PrintedStatement;
  account: PrintedAccount;
  company: Company;
  say: Say;
  figures: Figures;
  y: number;
  bottom: number;
}

/** How to pay a bill: the payment code, and all it says as text beside it. */
export function drawPayment(
  paper: Paper,
  { statement, account, company, say, figures, y, bottom }: DrawnPayment,
): void {
  const { total, number, period } = statement;
  const inner = paper.width - margin.left - margin.right;
  if (total <= 0) {
    paper.tag('P', () => {
      const favour = total < 0 ? ` ${say('overpaid', { amount: figures.money(-total) })}` : '';
      paper.text(say('nothing-to-pay') + favour, margin.left, y, inner, { size: 10 });
    });
    return;
  }
  const { bytes, fields } = codeOrFields(company, {
    account: account.number,
    amount: total,
    billNumber: number,
    period,
  });
  const facts = fields.map((field) => [say(`field-${field.key}`), readable(field, total, figures)] as const);
  const textX = margin.left + (bytes ? codeSize + 4 * mm : 0);
  const box = { x: textX, width: paper.width - margin.right - textX, nameWidth: 34 * mm, size: 9 };
  const height = 20 + Math.max(codeSize + 14, heightOf(paper, facts, box));
  let top = y;
  if (top + height > bottom) {
    paper.addPage();
    top = margin.top;
  }
  paper.tag('H2', () => {
    top += paper.text(say('pay-title'), margin.left, top, inner, { size: 12, weight: 'bold' }) + 4;
  });
  if (bytes) {
    const figure = paper.doc.struct('Figure', { alt: say('pay-code-alt') }, [
      () => drawCode(paper, bytes, { x: margin.left, y: top, size: codeSize }),
    ]);
    paper.root.add(figure);
  }
  paper.tag('P', () => {
    const [x, at, width] = bytes ? [margin.left, top + codeSize - 2, codeSize - 8] : [margin.left, top, inner];
    const caption = paper.text(say(bytes ? 'pay-code' : 'pay-no-code'), x, at, width, {
      size: 8.5,
      colour: quiet,
    });
    if (!bytes) top += caption + 4;
  });
  drawFacts(paper, facts, { ...box, y: top + (bytes ? 3 : 0) });
}

function codeOrFields(
  company: Company,
  asked: AskedPayment,
): { bytes: Uint8Array | null; fields: readonly PaymentField[] } {
  try {
    return paymentCode(company, asked);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return { bytes: null, fields: paymentFields(company, asked) };
  }
}

/** As people read it from paper: money with its sign, an IBAN in groups of four (ISO 13616). */
function readable({ key, value }: PaymentField, amount: number, figures: Figures): string {
  if (key === 'amount') return figures.money(amount);
  return key === 'iban' ? (value.match(/.{1,4}/g) ?? []).join(' ') : value;
}

function heightOf(
  paper: Paper,
  facts: readonly (readonly [string, string])[],
  { width, nameWidth, size }: { width: number; nameWidth: number; size: number },
): number {
  return facts.reduce(
    (sum, [name, value]) =>
      sum +
      2.2 +
      Math.max(paper.heightOf(name, nameWidth - 6, { size }), paper.heightOf(value, width - nameWidth, { size })),
    0,
  );
}

/** The code as one shape, black on white; error correction M, as both standards want it. */
function drawCode(paper: Paper, bytes: Uint8Array, { x, y, size }: { x: number; y: number; size: number }): void {
  const modules = encodeQR('', 'raw', {
    ecc: 'medium',
    border: quietZone,
    encoding: 'byte',
    textEncoder: () => bytes,
  });
  const { doc } = paper;
  const unit = size / modules.length;
  // Its dark part is in line with what stands above; the paper around it is white, and no colour lies below it.
  const left = x - quietZone * unit;
  modules.forEach((row, line) => {
    for (const { from, length } of runsOf(row)) doc.rect(left + from * unit, y + line * unit, length * unit, unit);
  });
  doc.fill('#000000');
}
