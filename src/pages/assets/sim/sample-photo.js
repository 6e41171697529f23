// A drawn street corner, so that a picture can be sent without having one. Each is a little different, as photos are.

const width = 640;
const height = 480;

/** A data URL (JPEG). `kind`: 'before' has bicycles on the tactile paving, 'after' has it clear. */
export function samplePhoto(kind, caption) {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const pen = canvas.getContext('2d');
  street(pen);
  if (kind === 'before')
    for (let place = 0; place < 5; place += 1) bicycle(pen, 90 + place * 95 + jitter(), 330 + jitter(), place);
  else for (let place = 0; place < 3; place += 1) bicycle(pen, 380 + place * 75, 235, place);
  pen.fillStyle = 'rgba(0, 0, 0, 0.5)';
  pen.fillRect(0, height - 44, width, 44);
  pen.fillStyle = '#fff';
  pen.font = '20px sans-serif';
  pen.fillText(`示例照片（${kind === 'before' ? '整改前' : '整改后'}） ${caption}`, 16, height - 15);
  return canvas.toDataURL('image/jpeg', 0.85);
}

const jitter = () => Math.random() * 14 - 7;

function street(pen) {
  const sky = pen.createLinearGradient(0, 0, 0, 180);
  sky.addColorStop(0, `hsl(${205 + jitter()} 70% 76%)`);
  sky.addColorStop(1, '#eaf4fb');
  pen.fillStyle = sky;
  pen.fillRect(0, 0, width, 190);
  for (let house = 0; house < 6; house += 1) {
    pen.fillStyle = ['#cbbfae', '#b9c4cc', '#d6cdbd'][house % 3];
    pen.fillRect(house * 110 - 10, 60 + (house % 3) * 22, 100, 130);
    pen.fillStyle = '#8fa3b3';
    for (let window = 0; window < 6; window += 1)
      pen.fillRect(house * 110 + 4 + (window % 3) * 30, 80 + (house % 3) * 22 + Math.floor(window / 3) * 40, 16, 22);
  }
  pen.fillStyle = '#b8b6b1';
  pen.fillRect(0, 185, width, 220);
  pen.fillStyle = '#e2b93b';
  pen.fillRect(0, 300, width, 46);
  pen.fillStyle = '#c79f25';
  for (let x = 6; x < width; x += 22) for (let y = 308; y < 344; y += 13) pen.fillRect(x, y, 12, 5);
  pen.fillStyle = '#5b5f66';
  pen.fillRect(0, 405, width, 75);
}

function bicycle(pen, x, y, place) {
  pen.save();
  pen.translate(x, y);
  pen.rotate(jitter() / 60);
  pen.lineWidth = 5;
  pen.strokeStyle = '#2f3338';
  for (const wheel of [-32, 32]) {
    pen.beginPath();
    pen.arc(wheel, 0, 24, 0, Math.PI * 2);
    pen.stroke();
  }
  pen.strokeStyle = ['#e2473d', '#2277d6', '#1d9e6a'][place % 3];
  pen.beginPath();
  for (const [dx, dy] of [
    [-32, 0],
    [-10, -34],
    [22, -34],
    [0, 0],
    [-32, 0],
  ])
    pen.lineTo(dx, dy);
  pen.moveTo(32, 0);
  pen.lineTo(20, -48);
  pen.lineTo(32, -52);
  pen.moveTo(-18, -44);
  pen.lineTo(-2, -44);
  pen.stroke();
  pen.restore();
}
