/** Injection token of the name of the service that runs. */
export const SERVICE = Symbol('SERVICE');
