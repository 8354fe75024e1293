import { html, type TemplateResult } from 'lit';
import { isPeriod } from '../../shared/period.ts';
import type { StaffRole } from '../../shared/staff.ts';
import type { OfficeIconName } from './office-icons.ts';
import type { OfficeArea } from './office-words.ts';

/** One part of the office: an entry of its menu, and everything under its path. */
export interface Section {
  /** `/office/<path>`; '' is the first page. */
  path: string;
  icon: OfficeIconName;
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
    path: '',
    icon: 'history',
    word: 'office-menu-progress',
    least: 'clerk',
    areas: ['office-progress'],
    load: () => import('./screens/progress.ts'),
    render: () => html`<office-progress></office-progress>`,
  },
  {
    path: 'review',
    icon: 'review',
    word: 'office-menu-review',
    least: 'clerk',
    areas: ['office-review', 'readings', 'history'],
    load: () => import('./screens/review.ts'),
    render: ([first = null, kind = null]) => {
      const period = isPeriod(first) ? first : null;
      return html`<review-screen .reading=${period ? null : first} .period=${period} .kind=${kind}></review-screen>`;
    },
  },
  {
    path: 'missing',
    icon: 'open',
    word: 'office-menu-missing',
    least: 'clerk',
    areas: ['office-progress'],
    load: () => import('./screens/missing.ts'),
    render: ([building]) =>
      html`<office-missing .building=${building === undefined ? null : textOf(building)}></office-missing>`,
  },
  {
    path: 'verifications',
    icon: 'done',
    word: 'office-menu-verifications',
    least: 'clerk',
    areas: ['office-progress'],
    load: () => import('./screens/verifications.ts'),
    render: () => html`<office-verifications></office-verifications>`,
  },
  {
    path: 'accounts',
    icon: 'home',
    word: 'office-menu-accounts',
    least: 'clerk',
    areas: ['office-accounts', 'office-support', 'office-review', 'readings', 'history', 'bills'],
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
    icon: 'calendar',
    word: 'office-menu-windows',
    least: 'clerk',
    areas: ['office-windows'],
    load: () => import('./screens/windows.ts'),
    render: ([month = null]) => html`<windows-screen .chosen=${isPeriod(month) ? month : null}></windows-screen>`,
  },
  {
    path: 'exchange',
    icon: 'share',
    word: 'office-menu-exchange',
    least: 'clerk',
    areas: ['office-exchange', 'office-windows'],
    load: () =>
      Promise.all([
        import('./screens/exchange.ts'),
        import('./screens/exchange-in.ts'),
        import('./screens/exchange-job.ts'),
        import('./screens/exchange-batch.ts'),
        import('./screens/exchange-out.ts'),
      ]),
    render: ([part, id = '']) => {
      if (part === 'in') return html`<office-exchange-in upload=${id}></office-exchange-in>`;
      if (part === 'job') return html`<office-exchange-job job=${id}></office-exchange-job>`;
      if (part === 'batch') return html`<office-exchange-batch batch=${id}></office-exchange-batch>`;
      if (part === 'out') {
        return html`<office-exchange-out .chosen=${isPeriod(id) ? id : null}></office-exchange-out>`;
      }
      return html`<office-exchange></office-exchange>`;
    },
  },
  {
    path: 'people',
    icon: 'user',
    word: 'office-menu-people',
    least: 'clerk',
    areas: ['office-people', 'office-support'],
    load: () =>
      Promise.all([
        import('./screens/people.ts'),
        import('./screens/person.ts'),
        import('./screens/people-letters.ts'),
        import('./screens/people-application.ts'),
      ]),
    render: ([part, act]) => {
      if (part === undefined) return html`<office-people></office-people>`;
      if (part === 'new') return html`<office-application></office-application>`;
      if (part === 'letters') return html`<office-people-letters></office-people-letters>`;
      return html`<office-person person=${part} ?letter=${act === 'letter'}></office-person>`;
    },
  },
  {
    path: 'staff',
    icon: 'badge',
    word: 'office-menu-staff',
    least: 'administrator',
    areas: ['office-staff', 'accounts'],
    load: () => import('./screens/staff.ts'),
    render: () => html`<office-staff></office-staff>`,
  },
  {
    path: 'keys',
    icon: 'key',
    word: 'office-menu-keys',
    least: 'administrator',
    areas: ['office-keys'],
    load: () => import('./screens/keys.ts'),
    render: () => html`<office-keys></office-keys>`,
  },
  {
    path: 'kiosks',
    icon: 'kiosk',
    word: 'office-menu-kiosks',
    least: 'clerk',
    areas: ['office-kiosks', 'office-review', 'readings', 'history'],
    load: () => Promise.all([import('./screens/kiosks.ts'), import('./screens/kiosk-slips.ts')]),
    render: ([part, slip = null]) =>
      part === 'slips' || part === 'held' || part === 'receipt'
        ? html`<office-kiosk-slips
            .slip=${part === 'receipt' ? null : slip}
            .receipt=${part === 'receipt' ? slip : null}
            ?held=${part === 'held'}
          ></office-kiosk-slips>`
        : html`<office-kiosks></office-kiosks>`,
  },
  {
    path: 'audit',
    icon: 'log',
    word: 'office-menu-audit',
    least: 'administrator',
    areas: ['office-audit'],
    load: () => import('./screens/audit.ts'),
    render: () => html`<office-audit></office-audit>`,
  },
];

/** A name as it stands in an address; what was typed there wrongly stays as it is. */
function textOf(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
