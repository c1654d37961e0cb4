import { answerPicker } from "@/lib/media/picker-page";
import { receiveUpload } from "@/lib/media/receive";

export const GET = answerPicker;
export const POST = receiveUpload;
