import type { TemplateResult } from 'lit';
import type { StaffRole } from '../../shared/staff.ts';
import type { IconName } from '../elements/icons.ts';
import type { OfficeArea } from './office-words.ts';

/** One part of the office: an entry of its menu, and everything under its path. */
export interface Section {
  /** `/office/<path>`; '' is the first page. */
  path: string;
  icon: IconName;
  /** The key of its name. */
  word: string;
  least: StaffRole;
  /** Whose words it says beside those of the frame. */
  areas: readonly OfficeArea[];
  load(): Promise<unknown>;
  /** `rest`: what stands in the address after the section's path. */
  render(rest: readonly string[]): TemplateResult;
}

/** In the order of the menu. */
export const sections: readonly Section[] = [];
