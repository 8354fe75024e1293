import { html, type TemplateResult } from 'lit';
import { isPeriod } from '../../shared/period.ts';
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
export const sections: readonly Section[] = [
  {
    path: 'review',
    icon: 'review',
    word: 'office-menu-review',
    least: 'clerk',
    areas: ['office-review', 'readings', 'history'],
    load: () => import('./screens/review.ts'),
    render: ([reading = null]) => html`<review-screen .reading=${reading}></review-screen>`,
  },
  {
    path: 'accounts',
    icon: 'home',
    word: 'office-menu-accounts',
    least: 'clerk',
    areas: ['office-accounts', 'office-review', 'readings', 'history', 'bills'],
    load: () => Promise.all([import('./screens/accounts.ts'), import('./screens/account-page.ts')]),
    render: ([account]) =>
      account === undefined
        ? html`<office-accounts></office-accounts>`
        : html`<office-account account=${account}></office-account>`,
  },
  {
    path: 'support',
    icon: 'mail',
    word: 'office-menu-support',
    least: 'clerk',
    areas: ['office-support'],
    load: () => import('./screens/support.ts'),
    render: ([conversation = null]) => html`<office-support .conversation=${conversation}></office-support>`,
  },
  {
    path: 'windows',
    icon: 'history',
    word: 'office-menu-windows',
    least: 'clerk',
    areas: ['office-windows'],
    load: () => import('./screens/windows.ts'),
    render: ([month = null]) => html`<windows-screen .chosen=${isPeriod(month) ? month : null}></windows-screen>`,
  },
  {
    path: 'people',
    icon: 'user',
    word: 'office-menu-people',
    least: 'clerk',
    areas: ['office-people'],
    load: () =>
      Promise.all([
        import('./screens/people.ts'),
        import('./screens/person.ts'),
        import('./screens/people-letters.ts'),
        import('./screens/people-application.ts'),
      ]),
    render: ([part]) => {
      if (part === undefined) return html`<office-people></office-people>`;
      if (part === 'new') return html`<office-application></office-application>`;
      if (part === 'letters') return html`<office-people-letters></office-people-letters>`;
      return html`<office-person person=${part}></office-person>`;
    },
  },
  {
    path: 'staff',
    icon: 'user',
    word: 'office-menu-staff',
    least: 'administrator',
    areas: ['office-staff', 'accounts'],
    load: () => import('./screens/staff.ts'),
    render: () => html`<office-staff></office-staff>`,
  },
];
