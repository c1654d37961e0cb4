import { adoptPicture } from "@/lib/media/adopt";

export const POST = adoptPicture;
