# launch.sed: from CUDA to C++. kernel<<<grid, block, shared, stream>>>(…) becomes a call of a
# template; so does a kernel with arguments in angle brackets. Dynamic shared memory is asked for.
s/([A-Za-z_][A-Za-z_0-9]*)(<[^<>]*>)?<<<(.*)>>>\(/sim_kernel("\1", \1\2, \3)(/
s/extern __shared__ ([A-Za-z_0-9]+) ([A-Za-z_0-9]+)\[\];/\1 *\2 = (\1 *)sim_shared();/
