/** What the platform is told of whoever holds a token: the claims of role, unit, areas and enterprises. */
export type HolderClaims = { role: string; name?: string; unit?: string; areas: readonly string[]; enterprises: readonly string[] };

/** A demonstration user: signs in without a password, in the development issuer only. */
export type DemonstrationUser = HolderClaims & { user: string; name: string };

/** A machine client of a department: signs in by `client_credentials` with a secret made at the first start. */
export type MachineClient = HolderClaims & { id: string; secret: string };

/** What the issuer is made of. `keys` are private JSON Web Keys (ES256), made at the first start. */
export type IssuerContent = { users: readonly DemonstrationUser[]; clients: readonly MachineClient[]; keys: readonly object[] };

/** The audience of every token: the platform as a whole. */
export const AUDIENCE = 'chengxin';

/** The grant by which the command line gets a demonstration user's token. */
export const DEMONSTRATION_GRANT = 'urn:chengxin:grant:demonstration-user';

/** The public client that has this grant alone. */
export const DEMONSTRATION_CLIENT = 'command-line';
