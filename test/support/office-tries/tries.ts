import type { StaffRole } from '../../../shared/staff.ts';
import type { TestStaff } from '../staff.ts';
import type { TestServer } from '../test-server.ts';

/** How a procedure of the office is called properly. */
export interface OfficeTry {
  /** Null: whoever is not signed in calls it (signing in). */
  least: StaffRole | null;
  /** What a proper call sends, with everything made that it needs; called anew for every try. Without it nothing is sent. */
  input?: (server: TestServer, staff: TestStaff) => Promise<unknown>;
  /** A mutation that properly leaves no row in the audit log, and why. None does without a reason. */
  unaudited?: string;
}

/** By the procedure's path, like `review.accept`. */
export type OfficeTries = Readonly<Record<string, OfficeTry>>;
