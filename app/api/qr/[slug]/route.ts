import { CACHE_CONTROL } from "@/lib/cache/cache-control";
import { env } from "@/lib/env";
import { qrPicture } from "@/lib/qr-code";
import { decodeParts } from "@/lib/route-params";
import { articlePath } from "@/lib/urls";

/** Longer ones are a code that no phone reads from a screen in comfort. */
const LONGEST_ADDRESS = 600;

/** The QR code of an article's address. It follows from the address alone, whether or not something stands there. */
export async function GET(_request: Request, { params }: RouteContext<"/api/qr/[slug]">) {
  const [slug] = decodeParts([(await params).slug]) ?? [];
  const address = slug && env().siteUrl + articlePath(slug);
  if (!address || address.length > LONGEST_ADDRESS) return new Response("没有这个二维码", { status: 404 });
  return new Response(qrPicture(address), {
    headers: { "Content-Type": "image/svg+xml", "Cache-Control": CACHE_CONTROL.derived },
  });
}
