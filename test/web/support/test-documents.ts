import type { StatementId } from '../../../shared/ids.ts';
import type { DocumentAnswer, Documents } from '../../../web/screens/documents.ts';

/** The PDFs as the test tells: `answer` for each, and which bills' are on the device. What was asked stands in `calls`. */
export class TestDocuments implements Documents {
  readonly calls: string[] = [];
  answer: DocumentAnswer = { ok: true, pdf: new Blob(['%PDF-1.7'], { type: 'application/pdf' }), outdated: false };
  onDevice: ReadonlySet<StatementId> = new Set();

  async statement({ number }: { number: string }, language: string): Promise<DocumentAnswer> {
    this.calls.push(`statement ${number} ${language}`);
    return this.answer;
  }

  async ledger(account: string, ledger: readonly unknown[], language: string): Promise<DocumentAnswer> {
    this.calls.push(`ledger ${account} ${ledger.length} ${language}`);
    return this.answer;
  }

  async kept(): Promise<ReadonlySet<StatementId>> {
    return this.onDevice;
  }
}
