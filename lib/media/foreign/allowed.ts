import { env } from "@/lib/env";
import { isPublicAddress } from "@/lib/media/foreign/addresses";

/** Private addresses stay closed but for those that the operator names, such as the old site's own file server. */
export const isFetchAllowed = (address: string) => isPublicAddress(address) || env().FETCH_PRIVATE.includes(address);
