import { serveMedia } from "@/lib/media/serve";

export const GET = async (request: Request, { params }: RouteContext<"/media/[id]/[file]">) =>
  serveMedia(request, await params);
