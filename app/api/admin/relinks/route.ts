import { answerRelink } from "@/lib/securities/endpoint";

export { answerRelink as GET };
