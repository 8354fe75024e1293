import { kioskProcedures } from './kiosks/router.ts';
import { router } from './trpc.ts';

/** What the kiosks' pages call, under `/kiosk/trpc`; neither residents' sessions nor the office's open anything of it. */
export const kioskRouter = router({ ...kioskProcedures });

/** What the kiosks' client is typed by. */
export type KioskRouter = typeof kioskRouter;
