/* argv -> command. */
#include <stdio.h>

int main(void)
{
	puts("jiebang");
	return 0;
}
