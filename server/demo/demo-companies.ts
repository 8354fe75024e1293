import { ddzksuHouseholds } from './ddzksu-households.ts';
import type { Households } from './demo-households.ts';
import { dgservicHouseholds } from './dgservic-households.ts';

export const demoCompanies = ['ddzksu', 'dgservic'] as const;
export type DemoCompany = (typeof demoCompanies)[number];

/** All demo users sign in with it. */
export const demoPassword = 'meterbook-demo';

export const householdsOf = (company: DemoCompany): Households =>
  company === 'ddzksu' ? ddzksuHouseholds : dgservicHouseholds();
