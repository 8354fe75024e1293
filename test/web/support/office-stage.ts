import type { TemplateResult } from 'lit';
import type { Language } from '../../../shared/company.ts';
import { Stage } from './mount.ts';
import { type ApiAnswers, officeFor, type TestOffice } from './office.ts';

/** A screen of the office on the stage. */
export interface OfficeStage {
  stage: Stage;
  office: TestOffice;
  /** The inputs with which it asked for a procedure, in order. */
  said(name: string): unknown[];
}

/** `areas`: what it says beside the frame's words. */
export async function openOffice(
  template: TemplateResult,
  answers: ApiAnswers,
  {
    areas,
    language = 'en',
    ...who
  }: { areas: readonly string[]; language?: Language | undefined } & NonNullable<Parameters<typeof officeFor>[1]>,
): Promise<OfficeStage> {
  const office = await officeFor(answers, who);
  const stage = await Stage.open(template, { areas: ['office', ...areas], office, language });
  return { stage, office, said: (name) => office.asked.filter(([of]) => of === name).map(([, input]) => input) };
}
