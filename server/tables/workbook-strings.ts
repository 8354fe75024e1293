import { longestRow } from './csv-reader.ts';
import { FileRefused } from './problems.ts';
import { brokenWorkbook, type XmlHandlers } from './workbook-xml.ts';

/** So that the names of three hundred thousand accounts fit, and a workbook of gigabytes does not fill the memory. */
const mostCharacters = 48 * 1024 * 1024;
const mostStrings = 3_000_000;

/** Texts that the cells of a workbook name by number: read as far as somebody has asked for. */
export class SharedStrings {
  readonly #strings: string[] = [];
  readonly #pieces: AsyncGenerator<void> | null;
  #characters = 0;

  /** `read`: begins to read the part; null where the workbook has none. */
  constructor(read: ((handlers: XmlHandlers) => AsyncGenerator<void>) | null) {
    this.#pieces = read?.(this.#handlers()) ?? null;
  }

  async upTo(index: number): Promise<void> {
    while (this.#strings.length <= index) {
      const next = await this.#pieces?.next();
      if (!next || next.done) {
        if (this.#strings.length <= index) throw brokenWorkbook('a cell names a text that it does not have');
        return;
      }
    }
  }

  at(index: number): string {
    return this.#strings[index] ?? '';
  }

  async close(): Promise<void> {
    await this.#pieces?.return(undefined);
  }

  #handlers(): XmlHandlers {
    let text = '';
    let inText = false;
    let inPhonetics = false;
    return {
      open: (name) => {
        if (name === 'si') text = '';
        else if (name === 'rPh') inPhonetics = true;
        else if (name === 't') inText = !inPhonetics;
      },
      text: (some) => {
        if (!inText) return;
        text += some;
        // Any number of cells may name it.
        if (text.length > longestRow) throw new FileRefused('row_too_long', 'a text has no end');
      },
      close: (name) => {
        if (name === 't') inText = false;
        else if (name === 'rPh') inPhonetics = false;
        else if (name === 'si') {
          this.#strings.push(unescaped(text));
          this.#characters += text.length;
          if (this.#characters > mostCharacters || this.#strings.length > mostStrings) {
            throw new FileRefused('workbook_too_large', 'the workbook has too many different texts: save it as CSV');
          }
        }
      },
    };
  }
}

/** Characters that XML does not take are written as `_x000D_` (ECMA-376 part 1, § 22.9.2.19). */
export const unescaped = (text: string): string =>
  text.includes('_x')
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    : text;
