import { browser } from '@wxt-dev/browser';
import { z } from 'zod';

/**
 * The time stamping authority that the person asked last: item `stampAuthority` of `storage.local`, its address. Written
 * by the dashboard before it asks for the permission, so that the grant is not taken for a site to watch.
 */
const KEY = 'stampAuthority';
const addressSchema = z.url().max(2000).catch('');

/** Empty where nobody was asked. */
export const readStampAuthority = async (): Promise<string> =>
  addressSchema.parse((await browser.storage.local.get(KEY))[KEY]);

export const writeStampAuthority = (address: string): Promise<void> =>
  browser.storage.local.set({ [KEY]: address });
