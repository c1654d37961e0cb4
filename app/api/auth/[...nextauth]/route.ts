import NextAuth from "next-auth";
import { authOptions } from "@/lib/auth/config";

async function handle(request: Request, context: { params: Promise<{ nextauth: string[] }> }) {
  return NextAuth(request as never, context as never, await authOptions());
}

export { handle as GET, handle as POST };
