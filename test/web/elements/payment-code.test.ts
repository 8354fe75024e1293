import { expect } from 'chai';
import { html } from 'lit';
import 'jsqr';
import type { QRCode } from 'jsqr';
import { type AskedPayment, type PaymentCode, paymentCode } from '../../../shared/payment-code.ts';
import type { PaymentCode as PaymentCodeElement } from '../../../web/elements/payment-code.ts';
import type { PublicCompany } from '../../../web/store/views.ts';
import { companyProfile, Stage } from '../support/mount.ts';
import '../../../web/elements/payment-code.ts';

/** A reader that shares no code with what makes the codes; its package leaves itself in the window. */
const { jsQR } = globalThis as unknown as {
  jsQR: (data: Uint8ClampedArray, width: number, height: number) => QRCode | null;
};

/** The bytes that a phone reads from a picture; throws where it sees no code. */
function readBytes(picture: CanvasImageSource, side: number): Uint8Array {
  const canvas = new OffscreenCanvas(side, side);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no canvas');
  context.drawImage(picture, 0, 0, side, side);
  const found = jsQR(context.getImageData(0, 0, side, side).data, side, side);
  if (!found) throw new Error('no code is seen');
  return Uint8Array.from(found.binaryData);
}

/** The element's drawing as the browser paints it, so many pixels wide. */
async function painted(drawing: SVGSVGElement, side: number): Promise<HTMLImageElement> {
  const copy = drawing.cloneNode(true) as SVGSVGElement;
  copy.setAttribute('width', String(side));
  copy.setAttribute('height', String(side));
  const image = new Image();
  image.src = `data:image/svg+xml,${encodeURIComponent(new XMLSerializer().serializeToString(copy))}`;
  await image.decode();
  return image;
}

const bill: AskedPayment = { account: '12345', amount: 4_567, billNumber: 'R-202610', period: '2026-10' };
const receipt: AskedPayment = { account: '679-30', amount: 595_586, billNumber: null, period: '2017-05' };

describe('payment-code', () => {
  let stage: Stage;
  let riga: PublicCompany;
  let moscow: PublicCompany;
  before(async () => {
    riga = await companyProfile('ddzksu');
    moscow = await companyProfile('dgservic');
  });
  afterEach(() => stage.close());

  async function show(code: PaymentCode): Promise<{ element: PaymentCodeElement; drawing: SVGSVGElement }> {
    stage = await Stage.open(html`<payment-code .bytes=${code.bytes} label="A code"></payment-code>`);
    return { element: stage.find<PaymentCodeElement>('payment-code'), drawing: stage.find<SVGSVGElement>('svg') };
  }

  /** Decoded by the standard's decoder, not by ours. */
  const textOf = (bytes: Uint8Array, { encoding }: PaymentCode) => new TextDecoder(encoding).decode(bytes);

  async function readFromScreen(code: PaymentCode): Promise<string> {
    const { drawing } = await show(code);
    const side = Math.round(drawing.getBoundingClientRect().width);
    expect(side).to.be.at.least(240);
    // As a phone's camera sees it: more than one pixel of its own for each of the screen.
    return textOf(readBytes(await painted(drawing, side * 2), side * 2), code);
  }

  it('is read from the screen as EPC069-12 says (first company)', async () => {
    expect(await readFromScreen(paymentCode(riga, bill))).to.equal(
      [
        'BCD\n002\n1\nSCT\n',
        'SIA Daugavpils dzīvokļu un komunālās saimniecības uzņēmums',
        'LV80BANK0000435195001',
        'EUR45.67\n\n',
        'Rēķins R-202610, klienta kods 12345, 10.2026',
      ].join('\n'),
    );
  });

  it('is read from the screen as GOST R 56042-2014 says (second company)', async () => {
    expect(await readFromScreen(paymentCode(moscow, receipt))).to.equal(
      'ST00012|Name=ООО "ДомЖилСервис"|PersonalAcc=40702810600000012345|BankName=ОБРАЗЕЦ БАНКА|BIC=044525999' +
        '|CorrespAcc=30101810600000000999|Sum=595586|Purpose=Оплата ЖКУ, л/с 679-30, за 05.2017' +
        '|PayeeINN=5000123450|KPP=500001001|PersAcc=679-30|PaymPeriod=052017|TechCode=02',
    );
  });

  it('is read with all the 331 bytes that an EPC code holds, at version 13 (69 modules)', async () => {
    const payment = { ...riga.payment, name: 'Ž'.repeat(70), bic: 'BANKLV22XXX' } as PublicCompany['payment'];
    const code = paymentCode({ ...riga, payment }, { ...bill, amount: 99_999_999_999, billNumber: 'x'.repeat(150) });
    expect(code.bytes).to.have.length(331);
    expect(await readFromScreen(code)).to.equal(code.text);
    expect(stage.find('svg').getAttribute('viewBox')).to.equal('0 0 77 77');
  });

  it('is read with another separator where a value holds the usual one', async () => {
    const text = await readFromScreen(paymentCode(moscow, { ...receipt, billNumber: '679|30' }));
    expect(text).to.match(/^ST00012~Name=ООО "ДомЖилСервис"~PersonalAcc=/);
    expect(text).to.contain('~Purpose=Оплата ЖКУ, л/с 679-30, квитанция 679|30, за 05.2017~');
  });

  it('is read in windows-1251 where the Cyrillic is too long for UTF-8', async () => {
    const name = 'Жилищно-эксплуатационная организация '.repeat(4).trim();
    const payment = { ...moscow.payment, name } as PublicCompany['payment'];
    const code = paymentCode({ ...moscow, payment }, receipt);
    expect(code.encoding).to.equal('windows-1251');
    const text = await readFromScreen(code);
    expect(text).to.equal(code.text);
    expect(text.startsWith(`ST00011|Name=${name}|`)).to.equal(true);
  });

  it('is black on white with four modules of white around it, also in the dark and in colours of the resident’s own', async () => {
    const { drawing } = await show(paymentCode(riga, bill));
    const size = Number(drawing.getAttribute('viewBox')?.split(' ')[2]);
    const context = new OffscreenCanvas(size, size).getContext('2d');
    context?.drawImage(await painted(drawing, size), 0, 0);
    const { data } = context?.getImageData(0, 0, size, size) ?? { data: [] };
    const light = (x: number, y: number) => data[(y * size + x) * 4] === 255;
    for (let at = 0; at < size; at++) {
      for (const edge of [0, 1, 2, 3, size - 4, size - 1]) {
        expect(light(at, edge) && light(edge, at), `${at} at ${edge}`).to.equal(true);
      }
    }
    expect(light(4, 4), 'the corner of the first finder').to.equal(false);
    expect(getComputedStyle(drawing).forcedColorAdjust).to.equal('none');
    for (const path of stage.all('path'))
      expect(getComputedStyle(path).fill).to.match(/rgb\((0, 0, 0|255, 255, 255)\)/);
  });

  it('is a picture as well, large enough for a bank’s app to read from the gallery', async () => {
    const code = paymentCode(riga, bill);
    const { element } = await show(code);
    const png = await element.picture();
    expect(png.type).to.equal('image/png');
    const bitmap = await createImageBitmap(png);
    expect(bitmap.width).to.be.at.least(400);
    expect(textOf(readBytes(bitmap, bitmap.width), code)).to.equal(code.text);
  });

  it('tells those who cannot see it what it is', async () => {
    const { drawing } = await show(paymentCode(riga, bill));
    expect(drawing.getAttribute('role')).to.equal('img');
    expect(drawing.getAttribute('aria-label')).to.equal('A code');
    expect(await stage.complaints()).to.deep.equal([]);
  });
});
