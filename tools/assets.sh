#!/bin/sh
# The files named on the command line (sorted) as one assembler source: each as .incbin, then the table `assets` of base/asset.h.
n=0
echo '.section .rodata'
for f in "$@"; do
	printf '.balign 16\nasset_%d: .incbin "%s"\nasset_%d_end: .byte 0\nasset_%d_name: .asciz "%s"\n' $n "$f" $n $n "$f"
	n=$((n + 1))
done
printf '.section .data.rel.ro,"aw"\n.balign 16\n.global assets\nassets:\n'
i=0
while [ $i -lt $n ]; do
	printf '.quad asset_%d_name, asset_%d, asset_%d_end - asset_%d\n' $i $i $i $i
	i=$((i + 1))
done
printf '.section .rodata\n.balign 8\n.global assets_n\nassets_n: .quad %d\n.section .note.GNU-stack,"",@progbits\n' $n
# The object holds no code: it does not stand in the way of control-flow enforcement (x86 only; elsewhere the section is not made).
if [ "$(uname -m)" = x86_64 ]; then
	printf '.section .note.gnu.property,"a"\n.balign 8\n.long 4, 16, 5\n.asciz "GNU"\n.long 0xc0000002, 4, 3, 0\n'
fi
