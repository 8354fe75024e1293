import type { Language } from '../../shared/company.ts';

/** A letter as it is sent, to one person. */
export interface Letter {
  to: string;
  language: Language;
  subject: string;
  text: string;
  html: string;
}
