/**
 * Identifiers are UUIDs in lower-case canonical text. Whatever a device mints (operations, streams) is a UUIDv7
 * (RFC 9562 § 5.7), so that it sorts by the time of its birth; the server's own are UUIDv7 as well.
 */
export type Uuid = string;
export type UserId = Uuid;
export type AccountId = Uuid;
export type PremisesId = Uuid;
export type MeterId = Uuid;
/** A reading handed in by a device has the id of the operation that carried it. */
export type ReadingId = Uuid;
export type OperationId = Uuid;
export type StreamId = Uuid;
export type BatchId = Uuid;

const uuidPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

export function isUuid(text: unknown): text is Uuid {
  return typeof text === 'string' && uuidPattern.test(text);
}
export type StatementId = string;
export type PaymentId = string;
export type OnlinePaymentId = string;
export type StaffId = string;
export type JobId = string;
export type UploadId = string;
export type ProfileId = string;
export type WindowExceptionId = string;
export type ConversationId = string;
export type MessageId = string;
export type PhotoId = string;
export type KioskId = string;
/** One of the server's keys to which kiosks seal. */
export type KioskKeyId = string;
/** What a resident left at a kiosk in one go. */
export type SlipId = Uuid;
export type ApiTokenId = string;
