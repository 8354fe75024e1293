import { mayActAs, type StaffRole } from '../../shared/staff.ts';
import type { OfficeArea } from './office-words.ts';
import { type Section, sections } from './sections.ts';

/** What an address asks for. */
export type OfficeRoute =
  /** For who is not in yet. */
  | { kind: 'forgot' }
  | { kind: 'set-password' }
  /** How oneself gets in. */
  | { kind: 'access' }
  /** `rest`: what stands in the address after the section's path. */
  | { kind: 'section'; section: Section; rest: readonly string[] }
  | { kind: 'unknown' };

export function parseOfficePath(path: string): OfficeRoute {
  const [, , first = '', ...rest] = path.split('/');
  if (first === 'forgot' || first === 'set-password' || first === 'access') return { kind: first };
  const section = sections.find((one) => one.path === first);
  return section ? { kind: 'section', section, rest: rest.filter((part) => part !== '') } : { kind: 'unknown' };
}

/** Whoever comes for these need not be signed in. */
export const isOpen = ({ kind }: OfficeRoute): boolean => kind === 'forgot' || kind === 'set-password';

/** What somebody of this role finds in the menu. */
export const sectionsFor = (role: StaffRole): Section[] => sections.filter(({ least }) => mayActAs(role, least));

export const pathOfSection = ({ path }: Section): string => (path === '' ? '/office' : `/office/${path}`);

/** Whose words the frame's own pages say. */
export function areasOf({ kind }: OfficeRoute): readonly OfficeArea[] {
  if (kind === 'access') return ['office-staff', 'accounts'];
  return kind === 'set-password' ? ['accounts'] : [];
}
